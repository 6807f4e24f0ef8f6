//! Verbs between what a figure is of and the figure: "came to", "is worth", "accounted for".

use crate::extract::amount::trend::trend;
use crate::extract::lexicon::{self, Class};
use crate::extract::word::Words;
use crate::extract::word_list::WordList;

/// Verbs of newspapers beside figures, and others that end a noun phrase.
static VERBS: WordList = WordList::new(
    "make makes made making come comes came coming carry carries put puts set sets bring brings brought bringing spend \
     spends spent spending sell sells sold selling buy buys bought buying reach reaches reaching total totals stand \
     stands stood standing take takes took taken taking pay pays paid paying give gives gave given giving get gets got \
     see sees saw seen earn earns hold holds held run runs ran cost costs costing yield yields lend lends lent lending \
     exceed exceeds exceeding amount amounts amounting want wants need needs plan plans hope hopes intend intends expect expects aim \
     aims aiming cover covers covering go goes went gone send sends sent sending become becomes became begin begins \
     began keep keeps kept leave leaves left lose lost win wins won show shows shown include includes including \
     involve involves provide provides providing represent represents representing account accounts accounting \
     comprise comprises consist consists consisting employ employs stay stays remain remains receive receives \
     receiving according compare compares know known think thinks thought mean means meant find finds found foresee \
     foresees envisage envisages draw draws drew drawn allow allows lay lays laid build builds built open opens move \
     moves pass passes accept live lives speak speaks do does did done deliver delivers ship ships use uses used \
     contain contains serve serves signs feed feeds attend attends attended grow grown rise rose fell wrote writes \
     priced valued estimated worth numbered totalling totaling owe owes owed constitute constitutes originate originates flow flows",
);

/// Verbs of the movement that are nouns as well.
static NOUNS: WordList = WordList::new(
    "contract contracts cut growth increase increases expansion reduction improvement gain gains rise decline \
     decrease drop fall premium advance advances raise jump boost lower higher surplus slow",
);

/// Verbs that move money, with the participle behind it in a title.
const OF_MONEY: [(&str, &str); 25] = [
    ("spend spends spent spending", "spent"),
    ("invest invests invested investing", "invested"),
    ("put puts putting", "put"),
    ("pay pays paid paying", "paid"),
    ("lend lends lent lending", "lent"),
    ("earn earns earned earning", "earned"),
    ("give gives gave given giving", "given"),
    ("provide provides provided providing", "provided"),
    ("donate donates donated donating", "donated"),
    (
        "contribute contributes contributed contributing",
        "contributed",
    ),
    ("allocate allocates allocated allocating", "allocated"),
    ("earmark earmarks earmarked earmarking", "earmarked"),
    ("disburse disburses disbursed disbursing", "disbursed"),
    ("commit commits committed committing", "committed"),
    ("pledge pledges pledged pledging", "pledged"),
    ("raise raises raised raising", "raised"),
    ("borrow borrows borrowed borrowing", "borrowed"),
    ("receive receives received receiving", "received"),
    ("offer offers offered offering", "offered"),
    ("grant grants granted granting", "granted"),
    ("send sends sent sending", "sent"),
    ("collect collects collected collecting", "collected"),
    ("transfer transfers transferred transferring", "transferred"),
    ("save saves saved saving", "saved"),
    ("owe owes owed owing", "owed"),
];

/// Is it a verb, or a participle behind a subject?
pub(super) fn is_any(words: &Words<'_>, at: usize) -> bool {
    is_verb(words, at) || words.low(at).ends_with("ed")
}

/// Is the word a verb where a noun phrase would go on?
pub(super) fn is_verb(words: &Words<'_>, at: usize) -> bool {
    let low = words.low(at);
    let class = lexicon::of(low);
    if class.has(Class::AUXILIARY) {
        return true;
    }
    // "the cost of", "a plan for": behind an article it is a noun.
    let before = lexicon::of(words.low_before(at));
    let of_somebody = words.low_before(at).ends_with("'s");
    let opens =
        of_somebody || before.has(Class::DETERMINER | Class::POSSESSIVE | Class::PREPOSITION);
    if opens && !VERBAL.has(low) {
        return false;
    }
    let said = class.has(Class::SAY) && !class.has(Class::NOUN) && !low.ends_with("ed");
    let moves = trend(low).is_some() && !NOUNS.has(low);
    VERBS.has(low) || said || moves
}

/// Verbs that are no nouns, whatever is before them.
static VERBAL: WordList = WordList::new(
    "made came come brought spent sold bought stood took taken paid gave given got saw seen held ran lent went gone \
     sent became began kept lost won including according exceeded consists worth priced valued estimated earn buy sell \
     bring pay send reach give exceed accounting accounted",
);

/// The participle of a verb that moves money.
pub(super) fn of_money(low: &str) -> Option<&'static str> {
    let found = OF_MONEY
        .iter()
        .find(|(forms, _)| forms.split(' ').any(|form| form == low));
    found.map(|(_, participle)| *participle)
}
