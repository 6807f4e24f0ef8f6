//! What is kept from one start to the next: searches, marks, and where the person was.

use super::files::Files;
use super::history::History;
use crate::dashboard::app::App;
use crate::dashboard::app::session::Session;
use crate::system::error::in_full;
use crate::system::path::shown;
use crate::system::session::SessionFile;

/// With what was kept before. What cannot be read is told, and left aside.
pub(super) fn before(app: App, files: &Files, history: &History, fresh: bool) -> App {
    let mut app = resume(app, files.session(), fresh);
    match history.read() {
        Ok(searches) => app = app.with_history(searches),
        Err(error) => app.say(in_full(&error)),
    }
    match files.marks().map(|marks| marks.load()) {
        Some(Ok(ids)) => app = app.with_marks(ids),
        Some(Err(error)) => app.say(in_full(&error)),
        None => {}
    }
    app
}

/// Takes up the session that is kept, unless this is a `fresh` start; to somebody who comes for the first
/// time it is said what to try.
fn resume(mut app: App, file: Option<SessionFile>, fresh: bool) -> App {
    // Where nothing is kept, nobody knows who comes for the first time.
    let Some(file) = file else { return app };
    let text = match file.read() {
        Ok(text) => text,
        Err(error) => {
            app.say(in_full(&error));
            return app;
        }
    };
    match text.map(|text| Session::parse(&text)) {
        None => app.welcome(),
        Some(_) if fresh => {}
        Some(Ok(session)) => app = app.with_session(session),
        Some(Err(error)) => app.say(format!("ignored {}: {error}", shown(file.path()))),
    }
    app
}

/// What writes down where the person is now; it returns what went wrong, if something did.
pub(super) fn leave(files: &Files, app: &App) -> impl FnOnce() -> Option<String> + Send + use<> {
    let (file, session) = (files.session(), app.session());
    move || {
        let file = file?;
        let written = match session.to_text() {
            Ok(text) => file.write(&text).map_err(|error| in_full(&error)),
            Err(error) => Err(in_full(&error)),
        };
        let error = written.err()?;
        Some(format!("could not save the session: {error}"))
    }
}
