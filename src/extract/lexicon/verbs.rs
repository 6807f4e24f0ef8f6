//! Verbs that bring speech.

use super::class::{Class, Table, add};

/// Regular verbs of speech, by their stem.
const SAY: &str = "add acknowledge advise affirm agree allege announce answer argue ask assert assure
    boast caution charge claim clarify comment complain concede conclude confess confirm contend counter cry
    declare demand deny emphasize emphasise exclaim explain express hint implore indicate inform insist interject
    joke lament maintain mention mock muse mutter note object observe opine plead pledge posit predict proclaim
    promise pronounce propose protest ponder query question recall reason recommend recount reflect reiterate
    rejoin remark remind repeat reply report request respond retort reveal scold scoff scream shout sigh signal
    state stress suggest summarize summarise surmise tease testify threaten tweet underline underscore urge vow
    warn whisper wonder yell email outline disclose lecture chant voice deadpan quote thank challenge appeal
    instruct order rail fume gush marvel crow bemoan chide admonish relate elaborate echo pronounce venture
    tout cite reaffirm stipulate declaim volunteer write-off estimate guess swear point reassure congratulate toast";

/// Verbs that give something a name.
const CALL: &str = "call describe brand term characterize characterise liken compare dismiss deem portray depict
    denounce criticize criticise accuse blame hail praise refer slam blast condemn decry lambast lambaste welcome
    attack ridicule deride applaud laud paint cast reject defend champion label urge salute commend label";

/// Verbs that bring speech only next to it.
const WEAK: &str = "continue open start end press offer finish interrupt believe want hope show conclude intone
    chime laugh smile nod shrug sneer grumble snort post text retweet advocate envision expect explain finish
    interpret consider view indicate promise";

/// Nouns as well: the stem and its form with s.
const NOUNS: &str = "claim report note demand remark comment answer question promise pledge tweet charge vow
    tease object reason state praise blame hail estimate request voice protest lament signal call term label brand
    counter end start show hope view press post text laugh smile offer order quote query challenge appeal echo cast
    attack rail guess point toast venture address cry shout scream whisper lecture email whispers sigh hint counsel";

const SAY_IRREGULAR: &str = "say says said tell tells told write writes wrote written swore sworn quips quipped
    quip snap snaps snapped admit admits admitted quipped read reads put puts speak speaks spoke spoken went goes
    sang sings sing";

const SAYING_IRREGULAR: &str =
    "saying telling writing swearing quipping snapping admitting reading";

const CALL_IRREGULAR: &str = "dub dubs dubbed labelled labelling";

const WEAK_IRREGULAR: &str = "began begins begin think thinks thought feel feels felt hold holds held saw sees
    went goes meant means found finds knew knows put puts read reads spoke speaks speak speaking sang sings mean
    singing";

/// Stems of Russian verbs of speech; the past is formed from them.
const RUSSIAN: &str = "сказа заяви отмети подчеркну сообщи добави рассказа поясни объясни ответи указа напомни
    призна предупреди подытожи уточни продолжи спроси написа замети вырази пообеща обеща призва предложи
    поблагодари констатирова резюмирова заключи переда отреагирова прокомментирова высказа выступи назва
    признава подели повтори заверил завери подтверди процитирова парирова приветствова";

const RUSSIAN_PRESENT: &str = "говорит говорят считает считают утверждает утверждают отмечает отмечают
    подчеркивает подчеркивают заявляет заявляют сообщает сообщают пишет пишут добавляет полагает полагают
    уверен уверена уверены убежден убеждена передает передают объясняет поясняет рассказывает признается
    напоминает цитирует приводит отметив добавив подчеркнув заявив сказав отмечая добавляя";

const FRENCH: &str = "déclaré affirmé ajouté souligné indiqué expliqué estimé précisé rappelé annoncé assuré noté
    salué dit répondu poursuivi conclu lancé insisté confié martelé jugé reconnu regretté promis averti
    prévenu commenté écrit tweeté dénoncé qualifié raconté répété soutenu plaidé observé relevé demandé
    déclare affirme ajoute souligne indique explique estime précise rappelle annonce assure répond poursuit conclut
    insiste confie reconnaît regrette écrit dénonce raconte répète soutient plaide observe relève salue
    plaisanté ironisé déploré soupiré glissé tranché résumé martelé concédé admis nuancé tempéré appelé fait-valoir
    déplore soupire glisse tranche résume martèle concède admet nuance tempère plaisante sourit s'enthousiasme regrette
    s'inquiète s'interroge déclarait affirmait ajoutait soulignait expliquait estimait disait";

const FRENCH_PARTICIPLES: &str =
    "ajoutant soulignant précisant déclarant affirmant expliquant indiquant rappelant estimant";

/// Adds these words.
pub(super) fn fill(table: &mut Table) {
    for (stems, class, ing) in [
        (SAY, Class::SAY, Class::SAYING),
        (CALL, Class::CALL, Class::CALL | Class::SAYING),
        (WEAK, Class::WEAK, Class::WEAK | Class::SAYING),
    ] {
        for stem in stems.split_whitespace() {
            let forms = Forms::of(stem);
            add(table, class, stem);
            add(table, class, &forms.third);
            add(table, class | Class::PARTICIPLE, &forms.past);
            add(table, ing, &forms.ing);
        }
    }
    for noun in NOUNS.split_whitespace() {
        add(table, Class::NOUN, noun);
        add(table, Class::NOUN, &Forms::of(noun).third);
    }
    add(table, Class::SAY, SAY_IRREGULAR);
    add(table, Class::PARTICIPLE, "said told written sworn read put");
    add(table, Class::SAYING, SAYING_IRREGULAR);
    add(table, Class::CALL, CALL_IRREGULAR);
    add(table, Class::PARTICIPLE, "dubbed labelled");
    add(table, Class::WEAK, WEAK_IRREGULAR);
    for stem in RUSSIAN.split_whitespace() {
        for ending in ["л", "ла", "ли", "ло", "лся", "лась"] {
            add(table, Class::SAY, &format!("{stem}{ending}"));
        }
    }
    add(table, Class::SAY, RUSSIAN_PRESENT);
    add(table, Class::SAY | Class::FRENCH, FRENCH);
    add(table, Class::SAYING | Class::FRENCH, FRENCH_PARTICIPLES);
}

/// The regular forms of an English verb.
struct Forms {
    third: String,
    past: String,
    ing: String,
}

impl Forms {
    fn of(stem: &str) -> Self {
        let consonant_y = stem
            .strip_suffix('y')
            .filter(|rest| !rest.ends_with(['a', 'e', 'o', 'u']));
        let hissing = ["s", "x", "ch", "sh", "z"]
            .iter()
            .any(|end| stem.ends_with(end));
        let (third, past) = match (consonant_y, stem.strip_suffix('e')) {
            (Some(rest), _) => (format!("{rest}ies"), format!("{rest}ied")),
            (_, Some(rest)) => (format!("{stem}s"), format!("{rest}ed")),
            _ if hissing => (format!("{stem}es"), format!("{stem}ed")),
            _ => (format!("{stem}s"), format!("{stem}ed")),
        };
        let ing = format!("{}ing", stem.strip_suffix('e').unwrap_or(stem));
        Self { third, past, ing }
    }
}
