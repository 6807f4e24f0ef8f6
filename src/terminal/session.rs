//! The session: taken up again at the start, kept at the end.

use crate::dashboard::app::App;
use crate::dashboard::app::session::Session;
use crate::system::error::in_full;
use crate::system::session::SessionFile;

/// Takes up the session that is kept, unless this is a `fresh` start; to somebody who comes for the first
/// time it is said what to try. A file that is no session is told and left aside.
pub(super) fn resume(mut app: App, file: Option<SessionFile>, fresh: bool) -> App {
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
        Some(Err(error)) => {
            let path = crate::system::path::shown(file.path());
            app.say(format!("ignored {path}: {error}"));
        }
    }
    app
}

/// Keeps the session; what went wrong, if something did.
pub(super) fn keep(file: &SessionFile, session: &Session) -> Option<String> {
    let written = session.to_text().map_err(|error| in_full(&error));
    let written = written.and_then(|text| file.write(&text).map_err(|error| in_full(&error)));
    let error = written.err()?;
    Some(format!("could not save the session: {error}"))
}
