//! Sound sentences in words that look like another party, stage, period or denial.

use bilat::vet::Verdict;

use super::kinds::check;

#[test]
fn whose_a_party_is_takes_no_part() {
    check(&[
        (
            "Two papers link MGIMO, the academy of Russia's Foreign Ministry, with the National University of Laos.",
            None,
        ),
        (
            "Yathotou presented Laos as a member of ASEAN, rich in water and minerals.",
            None,
        ),
        (
            "Laos has no coast. Goods travel by land, mostly by way of Vietnam or China.",
            None,
        ),
        (
            "Lavrov, Russia's foreign minister, spoke at the East Asia Summit, in which every country of ASEAN has \
             a seat.",
            None,
        ),
    ]);
}

#[test]
fn what_a_text_lays_down_or_is_like_has_no_stage() {
    check(&[
        (
            "Among the papers is a treaty under which both countries will assist each other in criminal matters.",
            None,
        ),
        (
            "Mines and unexploded bombs still weigh on people in Laos, Yathotou told the forum in 2023.",
            None,
        ),
        (
            "Vocational training has a memorandum, possibly the very same as that on water.",
            None,
        ),
        (
            "That formal ruble-kip trading was touched on there is only the author's guess.",
            None,
        ),
        (
            "A free trade agreement of Laos with the EAEU is something that the author holds to be possible.",
            None,
        ),
        (
            "The extension of the railway to Russia is under construction.",
            Some((Verdict::Contradicted, "status")),
        ),
    ]);
}

#[test]
fn what_is_not_told_or_not_hard_is_no_denial() {
    check(&[
        (
            "A free trade agreement of the EAEU with Laos was no more than an idea of the author, who reports no \
             negotiations.",
            None,
        ),
        (
            "People in Laos and Africa want relations restored, Putin argued.",
            None,
        ),
        (
            "The United States, Putin said, has interests rather than friends.",
            None,
        ),
        (
            "Doronov did not himself call Russia a colonial power; he passed on what others say.",
            None,
        ),
    ]);
}

#[test]
fn the_date_of_who_tells_is_none_of_what_is_told() {
    check(&[
        (
            "The moderator of the 2023 session held that Russia had ceased in the nineties to be friends with Cuba \
             and Laos.",
            None,
        ),
        (
            "The population is put at seven million by Yathotou and at 7.7 million by the article of 2025.",
            None,
        ),
        (
            "Asked about her country, Yathotou described it as one of seven million people.",
            None,
        ),
        (
            "If the total of 2024 and its growth are right, trade in 2023 would have come to about five million dollars.",
            None,
        ),
    ]);
}

#[test]
fn a_verb_between_commas_has_its_speaker_behind_it() {
    check(&[
        (
            "The elephants, joked Thongloun Sisoulith, “may be useful for household needs.”",
            Some((Verdict::Misattributed, "speaker: said by Vladimir Putin")),
        ),
        (
            "The elephants, joked Vladimir Putin, “may be useful for household needs.”",
            None,
        ),
    ]);
}

#[test]
fn what_somebody_has_been_is_a_title() {
    check(&[
        (
            "Pany Yathotou knows about money, having once been, as the article says, deputy governor of the Lao \
             Central Bank.",
            Some((Verdict::Misattributed, "role")),
        ),
        (
            "Pany Yathotou knows about money, having once been, as the article says, governor of the Lao Central \
             Bank.",
            None,
        ),
    ]);
}

#[test]
fn a_figure_is_counted_over_a_span() {
    check(&[
        (
            "In 2023 the magazine put the number of Russian tourists over the past twelve weeks at 17,000.",
            Some((Verdict::Contradicted, "unit")),
        ),
        (
            "In 2023 the magazine put the number of Russian tourists over the past twelve months at 17,000.",
            None,
        ),
        (
            "In 2023 the magazine put the number of Russian tourists over the past year at 17,000.",
            None,
        ),
    ]);
}
