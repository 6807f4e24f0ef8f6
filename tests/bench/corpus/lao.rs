//! Lao as it is written: syllables without blanks between words, blanks between phrases only.

use super::random::{Random, Zipf};

/// Real words, most of one or two syllables, the frequent ones first.
const WORDS: &str = "\
ການ ທີ່ ແລະ ຂອງ ໃນ ເປັນ ຄວາມ ໃຫ້ ມີ ໄດ້ ປະເທດ ລາວ ວ່າ ຈະ ຕ້ອງ ພວກ ເຮົາ ຢູ່ ນີ້ ນັ້ນ ບໍ່ ກັບ ຈາກ ດ້ວຍ ເພື່ອ ໂດຍ \
ຕໍ່ ໄປ ມາ ກໍ ຊາດ ລັດ ຖະ ບານ ປະ ຊາ ຊົນ ສັງ ຄົມ ເສດ ຖະກິດ ພັດທະນາ ຮ່ວມມື ສະພາ ແຫ່ງ ຣັດເຊຍ ການຄ້າ ລະຫວ່າງ ພະລັງງານ \
ໄຟຟ້າ ທາງ ລົດໄຟ ນ້ຳ ສຶກສາ ວັດທະນະທຳ ສາ ທາ ລະນະ ສຸກ ກະຊວງ ລັດຖະມົນຕີ ປະທານ ຮອງ ທ່ານ ສະຫາຍ ມິດຕະພາບ ສັນຕິພາບ \
ກົດ ໝາຍ ຂໍ້ ຕົກລົງ ສັນຍາ ແຜນ ງົບ ປະມານ ປີ ເດືອນ ວັນ ເວລາ ຄັ້ງ ໃໝ່ ເກົ່າ ໃຫຍ່ ນ້ອຍ ດີ ຫຼາຍ ທຸກ ບາງ ອື່ນ ໜຶ່ງ ສອງ ສາມ \
ສີ່ ຫ້າ ຫົກ ເຈັດ ແປດ ເກົ້າ ສິບ ຮ້ອຍ ພັນ ລ້ານ ເມືອງ ແຂວງ ບ້ານ ນະຄອນ ຫຼວງ ວຽງຈັນ ແມ່ ຂອງ ພູ ປ່າ ໄມ້ ເຂົ້າ ກາເຟ ຢາງ \
ບໍ່ ແຮ່ ຄຳ ທອງ ເງິນ ກີບ ໂດລາ ທະນາຄານ ຕະຫຼາດ ສິນຄ້າ ສົ່ງ ອອກ ນຳ ເຂົ້າ ພາສີ ລົງທຶນ ທ່ອງທ່ຽວ ໂຮງ ຮຽນ ໝໍ ນັກ ຮຽນ ຄູ \
ອາຈານ ຄົນ ຜູ້ ຊາຍ ຍິງ ເດັກ ເຖົ້າ ຄອບຄົວ ຊີວິດ ສຸຂະພາບ ອາຫານ ເຮືອນ ຖະໜົນ ຂົວ ສະໜາມ ບິນ ເຮືອ ລົດ ນ້ຳມັນ ແກ໊ສ ຖ່ານ \
ຫີນ ແສງ ຕາເວັນ ລົມ ຝົນ ແລ້ງ ຖ້ວມ ອາກາດ ສິ່ງ ແວດ ລ້ອມ ວິທະຍາ ສາດ ເຕັກໂນໂລຊີ ຂໍ້ມູນ ຂ່າວ ສານ ໂທລະພາບ ພາສາ ປຶ້ມ \
ປະຫວັດ ຮັກ ຫວັງ ເຊື່ອ ຄິດ ຮູ້ ເຫັນ ເວົ້າ ຖາມ ຕອບ ຟັງ ອ່ານ ຂຽນ ເຮັດ ສ້າງ ປ່ຽນ ເພີ່ມ ຫຼຸດ ເລີ່ມ ຈົບ ຊ່ວຍ ປົກ ປ້ອງ ຮັກສາ";

/// Draws Lao phrases.
pub(super) struct Lao {
    words: Vec<&'static str>,
    zipf: Zipf,
}

impl Lao {
    pub(super) fn new() -> Self {
        let words: Vec<_> = WORDS.split_whitespace().collect();
        let zipf = Zipf::new(words.len());
        Self { words, zipf }
    }

    /// Adds phrases to `out` until it has `bytes`.
    pub(super) fn write(&self, bytes: usize, random: &mut Random, out: &mut String) {
        loop {
            let quoted = random.percent(3);
            out.push_str(if quoted { "“" } else { "" });
            for _ in 0..random.below(7) + 3 {
                out.push_str(self.words[self.zipf.draw(random)]);
            }
            out.push_str(if quoted { "”" } else { "" });
            if out.len() >= bytes {
                return;
            }
            match random.below(100) {
                0..6 => {
                    let number = (2 + random.below(2000)).to_string();
                    out.extend([" ", &number, " "]);
                }
                6..9 => out.push_str(" – "),
                _ => out.push(' '),
            }
        }
    }
}
