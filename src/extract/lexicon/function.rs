//! Small words: articles, pronouns, prepositions, conjunctions, adverbs, days and months, and nouns
//! that are no person's.

use super::class::{Class, Table, add};

const ROWS: &[(Class, &str)] = &[
    (
        Class::DETERMINER,
        "the a an this that these those his her their its our my your another one some any each every
        no both several many few most all certain various other two three four five le la les un une l’ l'
        ce cette ces son sa ses leur leurs mon notre этот эта эти один",
    ),
    (
        Class::PREPOSITION,
        "of for to from with by at in on about against among during after before over under between into
        through toward towards within without near behind beyond across along since until despite following
        regarding concerning via per versus amid alongside outside inside including upon de du des d’ d' à au
        aux en dans pour par avec sur chez entre lors contre depuis в во на о об с со к ко по из от для за
        до при у между через после перед над под",
    ),
    (Class::AND, "and or but yet nor et ou mais и а но или"),
    (
        Class::CLAUSE,
        "that when while because if although though whereas unless whether where how why what once than
        as so que qu’ qu' quand lorsque si comme tandis что как когда если чтобы хотя потому поскольку",
    ),
    (
        Class::WHO,
        "who which whom whose qui dont который которая которые",
    ),
    (Class::HE, "he him il lui он ему"),
    (Class::SHE, "she elle она ей"),
    (Class::THEY, "they them ils elles они"),
    (Class::PRONOUN, "i we you it us me je nous vous on я мы вы"),
    (Class::BE, "is are was were be been being am est était sont été était был была были"),
    (
        Class::AUXILIARY,
        "has have had having is are was were be been being will would did does do can could may might must
        should shall don’t don't didn’t didn't doesn’t doesn't won’t won't wouldn’t wouldn't can’t can't cannot
        couldn’t couldn't isn’t isn't wasn’t wasn't aren’t aren't weren’t weren't hasn’t hasn't haven’t haven't
        hadn’t hadn't shouldn’t shouldn't ’s 's ’d 'd ’ve 've ont avait avaient était sera doit",
    ),
    (
        Class::ADVERB,
        "also then later earlier again ever never not now once still just even only further too today
        yesterday tomorrow recently instead however meanwhile thus therefore there here moreover thursday
        himself herself themselves itself lui-même elle-même сам сама
        aussi encore également ensuite puis hier alors ne pas y également ainsi так также еще потом затем
        ранее позже вчера сегодня тоже не уже",
    ),
    (
        Class::TIME,
        "january february march april may june july august september october november december monday
        tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sept sep oct nov dec
        morning afternoon evening night week month year today yesterday lundi mardi mercredi jeudi vendredi
        samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre
        понедельник вторник среду четверг пятницу субботу воскресенье января февраля марта апреля мая июня
        июля августа сентября октября ноября декабря",
    ),
    (
        Class::PARTICLE,
        "de da di del della der den von van bin bint ibn al el la le ter ten dos das du абу аль ибн оглы",
    ),
    (Class::SUFFIX, "jr sr ii iii iv"),
    (
        Class::OCCASION,
        "interview statement conference briefing speech meeting talks forum summit session debate rally
        letter tweet tweets post email e-mail report address remarks ceremony visit event call press reception
        banquet dinner congress panel hearing message video broadcast article op-ed memo toast interviews
        consultations gathering podcast twitter facebook telegram reporters journalists entretien déclaration
        communiqué conférence réunion rencontre sommet discours visite interview interviews брифинге
        интервью встрече переговорах форуме саммите конференции заседании пресс-конференции журналистам
        церемонии",
    ),
    (
        Class::WORK,
        "film movie book novel song album documentary show series programme program titled entitled
        headlined named nicknamed so-called column play painting poem exhibition project magazine newspaper
        hashtag slogan anthem hymn commentary word words term phrase titre intitulé intitulée фильм книга песня проект программа
        названием",
    ),
    (
        Class::THING,
        "street avenue road square river lake sea ocean mountain island islands valley bay airport station
        stadium park hotel palace hall tower house bridge canal award prize medal order day war treaty pact
        agreement accord act law bill plan constitution initiative declaration partnership programme program project corridor railway deal olympics games cup league
        championship festival times post journal news tribune gazette herald guardian daily today weekly
        magazine radio television tv book wing summit forum conference games week year century state states
        province region county city district town village territory republic kingdom federation empire
        peninsula border embassy north south east west northern southern eastern western twitter facebook
        google internet covid christmas easter улица площадь область район край город форум саммит",
    ),
    (
        Class::SHORT,
        "mr mrs ms h.e h.h dr prof st sen sens gov govs rep reps gen lt col maj capt sgt adm cmdr hon pres dep rev
        supt eng engr arch cr cllr atty adv brig ye yu ya zh ch sh kh ts no nos vs etc jr sr inc ltd co corp bros mt ft approx est fig vol pp ed eds cf dept assn univ jan feb mar
        apr jun jul aug sept sep oct nov dec mon tue wed thu fri sat sun m mm mme mlle г гг т е д п тыс млн
        млрд трлн руб долл др пр стр им ул акад проф св см напр i.e e.g u.s u.k u.n a.m p.m d.c u.s.a",
    ),
];

/// Currencies that are printed with a full stop before a number: "Rs. 40 crore", "Sh. 12 billion".
const SUMS: [&str; 16] = [
    "rs", "re", "tk", "rp", "sh", "shs", "ksh", "kshs", "tsh", "tshs", "ush", "ushs", "dh", "dhs",
    "br", "fr",
];

/// Is a word in small letters the short form of a currency?
pub(in crate::extract) fn is_short_currency(lower: &str) -> bool {
    SUMS.contains(&lower)
}

/// Adds these words.
pub(super) fn fill(table: &mut Table) {
    for (class, words) in ROWS {
        add(table, *class, words);
    }
    add(
        table,
        Class::POSSESSIVE,
        "’s 's his her their its our my your",
    );
    add(
        table,
        Class::ACCORDING,
        "according selon словам мнению d’après",
    );
}
