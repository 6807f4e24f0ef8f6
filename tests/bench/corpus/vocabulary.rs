//! Words in the order of how often they are used: real ones first, then as many made of syllables
//! as a large corpus has.

use std::collections::HashSet;

use super::PLANTED;
use super::random::{Random, Zipf};

/// The words that English speech is mostly made of, and those of debates, roughly by frequency.
const ENGLISH: &str = "\
the of and to a in that I is we for it this on are be with have as not our by they will from at has was you or an which all but \
their been must more can people government so there these one if who would its do what country also he about them when us my \
should other many than no work new only year years some into now up time because very those out then his were her had world \
make over most development need first such like between public through even countries state national may policy economic \
security support today economy minister members bill report committee law system trade just any how well where after under \
both two could she here your way take important million question good think part know own number health made social while \
per cent member made education energy future water against before long much right against great place same local community \
last given services international market order during jobs children problem issue change action against agreement power \
legislation means believe without being areas still however region house budget money use since down too back programme \
investment council area end plan each next business want industry resources access every rights increase within cooperation \
ensure provide already rural price prices debate certain three women matter level tax help peace point day interest case \
political set fact high come case infrastructure relations general costs food say process research continue nation land \
family able transport view clear climate human better young form service workers growth decision hope sector group \
military war history treaty progress forward past environment free foreign position measures schools force president \
current society around financial control real commission colleagues friends let give life build quality reform regard \
respect information proposal parliament union party situation effort efforts purpose border partnership together face \
challenge challenges crisis supply capital railway river road oil gas coal nuclear forest mining farm farmers fishing export \
exports import imports customs tariff tourism university science technology data medicine hospital culture language \
freedom justice court police army defence sanctions embassy ambassador summit dialogue neighbour neighbours friendship \
solidarity ASEAN UN treasury pension housing poverty flood drought harvest electricity hydropower dam bridge airport port \
amendment motion vote election minority majority opposition accountability transparency corruption constitution";

/// The same for Russian.
const RUSSIAN: &str = "\
и в не на что мы с по это как к но из за для у то все он от так же бы о их вы да было мир был есть который нам нас быть \
время если уже или когда только до ни во можно этого тоже при надо нужно год года лет страны страна очень они чтобы сегодня \
наш наши государство закон вопрос работа развитие люди народ правительство экономика президент министр совет парламент \
россия торговля энергия вода договор соглашение безопасность сотрудничество отношения мировой миллион рублей процент рост \
бюджет деньги проект решение право защита армия война мира победа история память культура язык школа дети семья жизнь \
здоровье больница наука техника завод дорога железная река мост лес поле хлеб нефть газ уголь граница сосед друг дружба \
союз партия выборы депутат комитет поправка голос комиссия доклад цена рынок налог труд рабочий пенсия жилье город село \
область регион земля природа климат погода север юг восток запад океан море остров порт корабль самолет посол посольство \
переговоры встреча визит партнер инвестиции экспорт импорт таможня туризм образование молодежь будущее задача цель путь";

/// How the made words of a language are put together.
struct Sounds {
    onsets: &'static str,
    vowels: &'static str,
    codas: &'static str,
}

const LATIN: Sounds = Sounds {
    onsets: "b c d f g h k l m n p r s t v w z b c d f g h l m n p r s t w br cl gr pl pr sh st th tr qu j",
    vowels: "a e i o u a e i o u ea ou ai io",
    codas: "- - - - - - - - - n r s t l d n r s t m nd st ng ck ty",
};

const CYRILLIC: Sounds = Sounds {
    onsets: "б в г д ж з к л м н п р с т ф х ц ч ш в г д к л м н п р с т ст пр тр гр",
    vowels: "а е и о у а е и о ы я ю",
    codas: "- - - - - - - - - н р с т л м к в й ть ст",
};

/// Words and how often each is used.
pub(super) struct Vocabulary {
    words: Vec<String>,
    zipf: Zipf,
}

impl Vocabulary {
    /// English: as many different words as a million quotes hold with the Russian ones.
    pub(super) fn english(random: &mut Random) -> Self {
        Self::new(ENGLISH, &LATIN, 240_000, random)
    }

    /// Russian.
    pub(super) fn russian(random: &mut Random) -> Self {
        Self::new(RUSSIAN, &CYRILLIC, 60_000, random)
    }

    fn new(real: &str, sounds: &Sounds, size: usize, random: &mut Random) -> Self {
        let mut known = HashSet::with_capacity(size);
        let mut words = Vec::with_capacity(size);
        let mut add = |word: String, words: &mut Vec<String>| {
            let reserved = PLANTED.iter().any(|planted| word.contains(planted.word));
            if !reserved && known.insert(word.clone()) {
                words.push(word);
            }
        };
        for word in real.split_whitespace() {
            add(word.to_owned(), &mut words);
        }
        let syllables = Syllables::new(sounds);
        while words.len() < size {
            // Rarer words are longer.
            let least = if words.len() < 4_000 { 1 } else { 2 };
            let count = least + random.below(2) + random.below(2);
            add(syllables.word(count, random), &mut words);
        }
        let zipf = Zipf::new(size);
        Self { words, zipf }
    }

    pub(super) fn draw(&self, random: &mut Random) -> &str {
        &self.words[self.zipf.draw(random)]
    }
}

struct Syllables {
    onsets: Vec<&'static str>,
    vowels: Vec<&'static str>,
    codas: Vec<&'static str>,
}

impl Syllables {
    fn new(sounds: &Sounds) -> Self {
        let list = |sounds: &'static str| sounds.split_whitespace().collect();
        Self {
            onsets: list(sounds.onsets),
            vowels: list(sounds.vowels),
            codas: list(sounds.codas),
        }
    }

    fn word(&self, syllables: usize, random: &mut Random) -> String {
        let mut word = String::new();
        for _ in 0..syllables {
            word.push_str(random.pick(&self.onsets));
            word.push_str(random.pick(&self.vowels));
            let coda = random.pick(&self.codas);
            word.push_str(coda.trim_matches('-'));
        }
        word
    }
}
