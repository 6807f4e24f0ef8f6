//! What persons are called by what they do, what bodies are called, and words used before a name.

use super::class::{Class, Table, add};

/// One person each.
const ROLES: &str = "president vice-president co-president prime premier minister secretary secretary-general chancellor
    king queen prince princess emperor sultan emir sheikh pope patriarch archbishop bishop cardinal imam ayatollah
    governor vice-governor mayor senator congressman congresswoman representative lawmaker legislator deputy
    parliamentarian mp speaker chairman chairwoman chairperson chair chief head leader director director-general
    commissioner ambassador envoy consul diplomat attaché delegate negotiator official spokesman spokeswoman
    spokesperson adviser advisor aide counselor counsellor strategist manager coordinator coach general admiral
    marshal commander colonel lieutenant major captain sergeant officer judge justice attorney prosecutor lawyer
    solicitor sheriff detective professor lecturer scholar scientist economist historian analyst expert researcher
    sociologist author writer novelist poet journalist reporter correspondent columnist editor publisher anchor host
    moderator commentator blogger pollster critic activist campaigner organizer organiser founder co-founder cofounder
    owner president-elect ceo cfo coo executive businessman businesswoman entrepreneur banker investor developer
    partner engineer architect designer doctor physician surgeon nurse teacher principal dean rector student graduate
    farmer worker miner driver pilot trader herder exporter importer grower shopkeeper vendor fisherman merchant
    skipper rancher winemaker beekeeper roaster packer shipper forwarder retailer wholesaler distributor restaurateur
    hotelier interpreter apprentice welder mechanic electrician technician agronomist veterinarian biologist chemist
    geologist statistician auditor accountant curator stevedore auctioneer buyer
    trucker guest visitor astronaut cosmonaut singer musician actor actress rapper comedian director
    filmmaker producer artist athlete player champion veteran soldier candidate nominee contender hopeful rival opponent
    incumbent dignitary undersecretary-general member fellow resident voter supporter surrogate counterpart colleague ally friend mother father son
    daughter brother sister wife husband widow uncle aunt cousin grandfather grandmother boss insider operative
    predecessor successor participant organiser undersecretary under-secretary subsecretary plenipotentiary monarch dictator ruler tsar
    premier-designate pm fm chaplain pastor reverend priest rabbi man woman boy girl person chef treasurer comptroller
    controller inspector superintendent narrator announcer questioner interviewer witness defendant plaintiff victim
    survivor patient source whistleblower billionaire millionaire mogul tycoon republican democrat libertarian
    conservative liberal socialist communist statesman stateswoman politician technocrat academic policymaker
    président présidente ministre premier-ministre ambassadeur ambassadrice porte-parole maire roi reine directeur
    directrice secrétaire député députée sénateur sénatrice chef cheffe dirigeant dirigeante gouverneur dirigeants
    commerçant commerçante agriculteur agricultrice exportateur exportatrice importateur négociateur négociatrice
    conseiller conseillère analyste économiste entrepreneur entrepreneuse producteur productrice éleveur pêcheur
    transporteur chauffeur patron patronne ingénieur ingénieure diplomate hôte
    professeur chercheur chercheuse expert experte diplomate juge avocat avocate homologue chancelier chancelière";

/// Masculine nouns of the hard declension; their cases are formed from them.
const RUSSIAN: &str = "президент министр премьер премьер-министр лидер посол канцлер король директор губернатор депутат
    сенатор эксперт аналитик дипломат спикер вице-президент вице-премьер политик представитель пресс-секретарь
    секретарь председатель руководитель генерал профессор ректор академик политолог экономист журналист ведущий
    госсекретарь зампред мэр";

const RUSSIAN_OTHER: &str = "глава главы главе главу главой послом посла послу замглавы
    коллега коллеги коллегой коллеге коллегу";

/// Nouns by which somebody is told from another.
const RELATIONS: [&str; 14] = [
    "host",
    "guest",
    "visitor",
    "counterpart",
    "colleague",
    "predecessor",
    "successor",
    "interlocutor",
    "homologue",
    "hosts",
    "guests",
    "visitors",
    "counterparts",
    "colleagues",
];

/// Do words end in a noun that tells somebody from another, and names no office: "his host", "her counterpart"?
pub(in crate::extract) fn is_relation(words: &str) -> bool {
    let last = words.split_whitespace().next_back();
    last.is_some_and(|last| RELATIONS.contains(&last.to_lowercase().as_str()))
}

const PEOPLE: &str = "officials lawmakers legislators diplomats leaders ministers presidents critics supporters analysts
    experts sources aides advisers advisors economists researchers scientists scholars reporters journalists observers
    spokesmen representatives senators republicans democrats prosecutors investigators lawyers attorneys judges police
    voters residents activists campaigners organizers organisers members people men women students workers farmers
    businessmen executives investors companies groups activists allies opponents rivals candidates parents teachers
    doctors veterans protesters others many some developers governments ministries countries sides parties insiders
    authorities conservatives liberals negotiators delegates envoys ambassadors commentators pundits strategists
    operatives surrogates fans users readers viewers participants nations premiers heads chiefs friends colleagues
    democrats fellows witnesses respondents makers president’s historians environmentalists pollsters accusers
    стороны президенты министры лидеры эксперты аналитики журналисты власти источники политики
    responsables dirigeants experts analystes autorités présidents ministres";

const BODIES: &str = "ministry department government administration agency bureau office committee commission council board
    parliament congress senate house cabinet court tribunal embassy consulate company corporation firm bank fund
    institute university college school academy association union federation confederation league organization
    organisation foundation society group team party campaign coalition alliance bloc center centre think-tank service
    authority police army navy force forces command network newspaper magazine agency outlet channel station kremlin
    pentagon chamber club church delegation mission secretariat treasury interior politburo assembly presidium holding
    conglomerate consortium inc corp ltd llc plc co gmbh trust exchange museum library hospital laboratory lab works
    railways airlines airways motors industries enterprises partners associates holdings ad clip spot report study poll
    survey statement letter document brief indictment complaint lawsuit website site page account editorial filing
    release communiqué memo ruling opinion decision transcript caption sign banner app nonprofit charity pac
    ministère gouvernement parlement sénat agence comité commission conseil cour ambassade entreprise société banque
    министерство мид правительство администрация ведомство агентство комитет комиссия совет посольство
    пресс-служба служба парламент дума компания банк университет институт фонд партия издание источник газета";

const MODIFIERS: &str = "deputy vice first second acting prime foreign former ex then then-deputy interim outgoing incoming
    incumbent senior junior chief assistant associate permanent special presidential executive managing general
    national federal regional provincial local international top current longtime veteran retired late defence defense
    finance interior economy economic trade energy mines transport health education labour labor agriculture
    environment security intelligence military naval army air state home justice culture information industry commerce
    tourism communications press campaign political policy party opposition parliamentary republican democratic
    conservative liberal socialist communist libertarian green independent ruling majority minority house senate
    development cooperation planning integration investment investments infrastructure innovation
    technology resources transportation relations affairs growth fisheries livestock forestry tourism
    labour employment welfare sports youth housing lands water ports mines reform reforms
    honorary great visiting newly new old elder younger lead principal vice-presidential gubernatorial commercial
    affairs external internal public private royal crown grand supreme high co executive honourable honorable
    distinguished right hon his her excellency majesty highness comrade general lieutenant brigadier two-star four-star
    first-term fellow co-host guest legal technical scientific nuclear digital media communications financial
    adjoint adjointe premier première vice ancien ancienne étrangères
    российский российская лаосский лаосская китайский американский французский бывший бывшая первый
    иностранных дел заместитель вице официальный официальная";

const HONORIFICS: &str = "mr mrs ms miss dr sir madam madame lord lady dame prof hon sen sens rep reps gov govs gen col lt maj
    capt sgt adm pres rev mm mme mlle monsieur comrade messrs mister shri smt datuk dato dato’ datin seri tun puan lyonpo dasho h.e h.h excellency eng engr arch cr cllr atty adv brig господин госпожа г-н г-жа товарищ";

const MALE: &str = "mr sir lord king prince emperor sultan emir congressman businessman spokesman chairman monsieur father son
    brother husband uncle grandfather man boy mister actor statesman господин г-н товарищ roi";

const FEMALE: &str = "mrs ms miss madam madame lady dame queen princess congresswoman businesswoman spokeswoman chairwoman mother
    daughter sister wife widow aunt grandmother woman girl actress stateswoman mme mlle présidente ambassadrice reine
    госпожа г-жа королева";

/// Adds these words.
pub(super) fn fill(table: &mut Table) {
    add(table, Class::ROLE, ROLES);
    add(table, Class::ROLE, RUSSIAN_OTHER);
    for noun in RUSSIAN.split_whitespace() {
        add(table, Class::ROLE, noun);
        let (stem, endings): (_, &[_]) = match noun.strip_suffix('ь') {
            Some(stem) => (stem, &["я", "ю", "ем", "е"]),
            None => (noun, &["а", "у", "ом", "е"]),
        };
        for ending in endings {
            add(table, Class::ROLE, &format!("{stem}{ending}"));
        }
    }
    add(table, Class::PEOPLE, PEOPLE);
    add(table, Class::BODY, BODIES);
    add(table, Class::MODIFIER, MODIFIERS);
    add(table, Class::HONORIFIC, HONORIFICS);
    add(table, Class::MALE, MALE);
    add(table, Class::FEMALE, FEMALE);
}
