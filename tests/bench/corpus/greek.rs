//! Names of people, offices and occasions: all Greek, so that no word of a text is in them.

use super::random::Random;

const FIRST: &str = "\
Αλέξανδρος Ελένη Γιώργος Μαρία Δημήτρης Σοφία Νίκος Κατερίνα Πέτρος Άννα Κώστας Ιωάννα Στέφανος Δέσποινα Ανδρέας Φωτεινή \
Θωμάς Ζωή Μιχάλης Χριστίνα Παύλος Ειρήνη Λουκάς Θεοδώρα";

const STEMS: &str = "\
Παπα Καρα Χατζη Μαυρο Γερο Κοντο Αρχι Μεγαλο Χρυσο Δια Σαρα Βασιλο Ξανθο Πυλα Λαμπρο Ρουσσο Τριαντα Φιλο Ψαρο Ωρο";

const ENDINGS: &str = "\
δόπουλος γεωργίου νίδης κάκης λάκος τσής μάτης ράκης δάκης κώστας νικόλας πέτρου φάνης θανάσης γιάννης λιάς ρίδης στάθης \
μανώλης χρήστος";

const OFFICES: &str = "\
Πρόεδρος|Αντιπρόεδρος|Υπουργός Ενέργειας|Υπουργός Εμπορίου|Υπουργός Εξωτερικών|Υπουργός Παιδείας|Υπουργός Υγείας|\
Υπουργός Μεταφορών|Βουλευτής|Εισηγητής|Γραμματέας|Πρέσβης|Διοικητής|Δήμαρχος|Σύμβουλος|Καθηγητής|Επίτροπος|Κοσμήτορας";

/// "Αλέξανδρος Παπαδόπουλος".
pub(super) fn name(random: &mut Random) -> String {
    let [first, stem, ending] =
        [FIRST, STEMS, ENDINGS].map(|list| list.split_whitespace().collect::<Vec<_>>());
    format!(
        "{} {}{}",
        random.pick(&first),
        random.pick(&stem),
        random.pick(&ending)
    )
}

/// The office of the speaker of that number: each keeps one.
pub(super) fn office(speaker: usize) -> &'static str {
    let offices: Vec<_> = OFFICES.split('|').collect();
    offices[speaker * 7 % offices.len()]
}

/// What the event of that number is called: "Συνεδρίαση 12".
pub(super) fn sitting(event: usize) -> String {
    format!("Συνεδρίαση {}", event + 1)
}

/// What the compiler says that was asked.
pub(super) const ASKED: &str = "Ερώτηση από την αίθουσα.";
