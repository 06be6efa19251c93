//! To what other catalogues the tool relates a rule. Identifiers of threats were checked against their catalogues; the
//! relation is the tool’s own.

use crate::text::Lang;

/// The version of ATT&CK whose identifiers these are.
pub const ATTACK_VERSION: &str = "v19.1";

/// Identifiers that a rule is related to. Empty where there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct References {
    /// STRIDE, by letters.
    pub stride: &'static [&'static str],
    /// LINDDUN, by letters.
    pub linddun: &'static [&'static str],
    /// CWE, by number.
    pub cwe: &'static [u16],
    /// CAPEC, by number.
    pub capec: &'static [u16],
    /// ATT&CK, of [`ATTACK_VERSION`].
    pub attack: &'static [&'static str],
    /// Articles of the GDPR.
    pub gdpr: &'static str,
    /// Requirements of the HDS list, version 2.
    pub hds: &'static str,
    /// Sections of `SecNumCloud` 3.2.
    pub secnumcloud: &'static str,
    /// Sheets of the CNIL’s guide on the security of personal data.
    pub cnil: &'static str,
    /// PGSSI-S.
    pub pgssi: &'static str,
    /// ANSSI: recommendations of the guide on TLS (v1.2), measures of the guide d’hygiène.
    pub anssi: &'static str,
    /// Controls of ISO/IEC 27001:2022, annex A.
    pub iso: &'static str,
    /// Use cases of the EDPB’s recommendations 01/2020, annex 2.
    pub edpb: &'static str,
}

impl References {
    /// Each catalogue with what it has, in order; those that have nothing apart.
    pub fn all(&self) -> Vec<(&'static str, String)> {
        let numbers = |all: &[u16]| all.iter().map(u16::to_string).collect::<Vec<_>>().join(", ");
        let rows = [
            ("STRIDE", self.stride.join(", ")),
            ("LINDDUN", self.linddun.join(", ")),
            ("CWE", numbers(self.cwe)),
            ("CAPEC", numbers(self.capec)),
            ("ATT&CK", self.attack.join(", ")),
            ("RGPD/GDPR", self.gdpr.to_owned()),
            ("HDS v2", self.hds.to_owned()),
            ("SecNumCloud 3.2", self.secnumcloud.to_owned()),
            ("CNIL", self.cnil.to_owned()),
            ("PGSSI-S", self.pgssi.to_owned()),
            ("ANSSI", self.anssi.to_owned()),
            ("ISO/IEC 27001", self.iso.to_owned()),
            ("EDPB 01/2020", self.edpb.to_owned()),
        ];
        rows.into_iter().filter(|(_, held)| !held.is_empty()).collect()
    }
}

/// What the relation is, and is not.
pub const fn catalogues(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => {
            "Rapprochements faits par l’outil, pour s’y retrouver : ils ne disent pas qu’une exigence est ou n’est pas tenue."
        }
        Lang::En => {
            "Relations made by the tool, to find one’s way: they do not say that a requirement is or is not met."
        }
    }
}

const NONE: References = References {
    stride: &["I"],
    linddun: &["DD"],
    cwe: &[],
    capec: &[],
    attack: &[],
    gdpr: "",
    hds: "",
    secnumcloud: "",
    cnil: "",
    pgssi: "",
    anssi: "",
    iso: "",
    edpb: "",
};

/// What is on the way, on the network.
const TRANSIT: References = References {
    gdpr: "32(1)(a), 5(1)(f)",
    hds: "EXI 05.C",
    secnumcloud: "10.2, 13.2.c",
    cnil: "10.1, 13.1, 23.2",
    pgssi: "4.2.2.5, 5.3.1.3",
    anssi: "TLS R3–R11, Hyg. 18, 21",
    iso: "A.5.14, A.8.20, A.8.24",
    edpb: "UC3",
    ..NONE
};

/// What is kept, on a medium.
const MEDIA: References = References {
    gdpr: "32(1)(a), 34(3)(a)",
    hds: "EXI 04, 05.B, 27",
    secnumcloud: "10.1.a, 10.1.d, 11.7.c, 11.9.a",
    cnil: "7.2, 15.3, 21",
    pgssi: "4.5.6.2, 4.5.6.4",
    anssi: "Hyg. 31",
    iso: "A.7.10, A.7.14, A.8.10, A.8.24",
    edpb: "UC1",
    ..NONE
};

/// Who has the keys.
const KEYS: References = References {
    gdpr: "32(1)(a), 32(1)(b), 34(3)(a), 25",
    hds: "EXI 05.D, 05.E, 23",
    secnumcloud: "10.5.c, 10.5.d, 3.3.2",
    cnil: "21.2, 22.2",
    pgssi: "7.4.4.4",
    iso: "A.8.24",
    edpb: "UC1, UC6",
    ..NONE
};

/// Who has rights.
const RIGHTS: References = References {
    stride: &["I", "E"],
    gdpr: "28(3)(b), 32(4), 25(2)",
    hds: "EXI 05.D, 05.E, 15, 16, 23, 26",
    secnumcloud: "3.3.2",
    cnil: "5, 9.2, 15.2, 16",
    pgssi: "6.1.2.2",
    iso: "A.8.2, A.8.15, A.8.18",
    edpb: "UC6, UC7",
    ..NONE
};

/// Who signs in.
const ACCOUNTS: References = References {
    stride: &["S", "I"],
    gdpr: "32(1)(b)",
    hds: "EXI 05.D",
    cnil: "4, 5, 16.4",
    iso: "A.8.5, A.5.15",
    ..NONE
};

/// What is kept by the way.
const TRACES: References =
    References { gdpr: "5(1)(c), 25(2)", hds: "EXI 05.F", cnil: "10.2, 16.3", iso: "A.8.15, A.8.12", ..NONE };

pub(super) const CLEAR_FLOW: References =
    References { cwe: &[319, 311], capec: &[158, 157, 117, 65], attack: &["T1040"], ..TRANSIT };
pub(super) const OLD_TLS: References = References {
    stride: &["I", "T"],
    cwe: &[757, 326, 327],
    capec: &[620, 217, 97, 20],
    attack: &["T1689", "T1600", "T1557"],
    ..TRANSIT
};
pub(super) const UNVERIFIED_PEER: References = References {
    stride: &["S", "I"],
    cwe: &[295, 297, 322, 300],
    capec: &[94],
    attack: &["T1557", "T1553.004"],
    ..TRANSIT
};
pub(super) const INTERMEDIARY: References = References {
    cwe: &[300, 668, 402, 1357],
    capec: &[117, 94],
    attack: &["T1557", "T1199"],
    gdpr: "28(2), 28(4), 5(1)(c), 25",
    hds: "EXI 05.C, 22, 23, 30",
    secnumcloud: "19.6.c",
    cnil: "14, 22",
    anssi: "TLS R30",
    iso: "A.5.19, A.5.23",
    edpb: "UC6",
    ..NONE
};
pub(super) const CLEAR_STORAGE: References = References {
    cwe: &[312, 311, 313, 922],
    capec: &[37, 150, 545],
    attack: &["T1530", "T1213.006", "T1005", "T1039"],
    ..MEDIA
};
pub(super) const KEY_BESIDE: References =
    References { cwe: &[522, 311, 693], capec: &[37, 639], attack: &["T1552", "T1555.006"], ..KEYS };
pub(super) const PROVIDER_KEY: References = References {
    stride: &["I", "E"],
    linddun: &["DD", "Nc"],
    cwe: &[668, 671, 1357],
    capec: &[122],
    attack: &["T1199", "T1651", "T1578.001"],
    ..KEYS
};
pub(super) const BACKUP: References = References {
    cwe: &[530, 312, 552],
    capec: &[150, 545],
    attack: &["T1530", "T1578.001", "T1537"],
    gdpr: "32(1)(a), 5(1)(f)",
    hds: "EXI 04",
    secnumcloud: "10.1.d, 12.5.d",
    cnil: "17.2",
    pgssi: "7.4.4.4, 7.4.4.6",
    iso: "A.8.13",
    edpb: "UC1",
    ..NONE
};
pub(super) const ESCROW: References = References {
    stride: &["I", "E"],
    cwe: &[522, 257, 269],
    capec: &[122, 474],
    attack: &["T1555.006", "T1552.004"],
    ..KEYS
};
pub(super) const OPERATOR: References =
    References { cwe: &[269, 250, 266, 1220], capec: &[122], attack: &["T1078", "T1213"], ..RIGHTS };
pub(super) const STORAGE_ADMIN: References =
    References { cwe: &[250, 269, 312], capec: &[122, 54], attack: &["T1078", "T1213.006"], ..RIGHTS };
pub(super) const STOLEN_ACCOUNT: References = References {
    linddun: &["DD", "L"],
    cwe: &[308, 639, 862, 863, 307, 522],
    capec: &[560, 600, 555, 116],
    attack: &["T1078", "T1110.004", "T1566", "T1119"],
    ..ACCOUNTS
};
pub(super) const SESSION: References = References {
    cwe: &[384, 614, 294, 522],
    capec: &[593, 102, 60],
    attack: &["T1539", "T1528", "T1550.001", "T1550.004"],
    ..ACCOUNTS
};
pub(super) const OPEN_STORAGE: References = References {
    cwe: &[306, 732, 276, 1188, 1327, 552],
    capec: &[1, 180, 150],
    attack: &["T1190", "T1530", "T1619"],
    ..NONE
};
pub(super) const LOGS: References = References {
    linddun: &["DD", "L", "Nc"],
    cwe: &[532, 779, 209],
    capec: &[150, 639],
    attack: &["T1654", "T1213"],
    ..TRACES
};
pub(super) const SIDE_COPY: References =
    References { linddun: &["DD", "D"], cwe: &[524, 922], capec: &[204, 37], attack: &["T1005"], ..TRACES };
pub(super) const MEMORY: References =
    References { cwe: &[316, 226, 528], capec: &[545, 663], attack: &["T1003", "T1611", "T1055"], ..RIGHTS };
pub(super) const LOST_DEVICE: References =
    References { cwe: &[311, 312, 921, 1266], capec: &[507, 546], attack: &["T1025", "T1052.001"], ..MEDIA };
pub(super) const ENDPOINT: References =
    References { cwe: &[506, 1391], capec: &[568, 662], attack: &["T1056.001", "T1185", "T1113"], ..NONE };
pub(super) const DELIVERED_CODE: References = References {
    stride: &["T", "E", "I"],
    linddun: &["DD", "U"],
    cwe: &[494, 829, 1357, 506],
    capec: &[186, 443, 184, 446],
    attack: &["T1195.002", "T1554"],
    ..NONE
};
pub(super) const RECIPIENTS: References = References {
    stride: &["S", "I"],
    cwe: &[322, 345, 347, 290],
    capec: &[94, 151],
    attack: &["T1557", "T1649"],
    ..NONE
};
pub(super) const METADATA: References =
    References { linddun: &["L", "D", "I"], cwe: &[1230, 201], capec: &[158, 116], attack: &["T1040"], ..NONE };
pub(super) const PSEUDONYMS: References = References {
    linddun: &["I", "L"],
    cwe: &[359, 668],
    capec: &[116, 150],
    attack: &["T1213"],
    gdpr: "4(5), 32(1)(a)",
    iso: "A.8.11",
    edpb: "UC2",
    ..NONE
};
pub(super) const THIRD_COUNTRY: References = References {
    linddun: &["Nc", "U"],
    cwe: &[668, 213],
    attack: &["T1199", "T1133"],
    gdpr: "44–49, 48",
    hds: "EXI 28, 29, 30, 31, 05.H",
    secnumcloud: "19.2, 19.6",
    cnil: "22",
    iso: "A.5.23",
    edpb: "UC6, UC7",
    ..NONE
};
pub(super) const SUB_PROCESSOR: References = References {
    linddun: &["Nc", "U", "DD"],
    cwe: &[201, 359, 829, 402],
    attack: &["T1567", "T1199"],
    gdpr: "28(2), 28(4), 13–14",
    hds: "EXI 06, 12, 14, 22",
    secnumcloud: "19.6.c",
    cnil: "14",
    iso: "A.5.19",
    edpb: "UC6",
    ..NONE
};
pub(super) const STAGING: References = References {
    linddun: &["DD", "Nc"],
    cwe: &[668, 552, 540],
    capec: &[150],
    attack: &["T1213.003"],
    gdpr: "5(1)(c), 25",
    cnil: "11.4",
    iso: "A.8.31, A.8.33",
    ..NONE
};
pub(super) const SECRET_IN_CODE: References =
    References { stride: &["I", "S"], cwe: &[798, 321, 259, 526], capec: &[37, 191], attack: &["T1552.001"], ..NONE };
pub(super) const OVEREXPOSED: References =
    References { linddun: &["DD", "L"], cwe: &[862, 863, 639], capec: &[116], attack: &["T1119"], ..ACCOUNTS };
pub(super) const CLAIM: References = References {
    stride: &[],
    linddun: &["U", "Nc"],
    cwe: &[693, 213],
    gdpr: "5(1)(a), 24, 28(1)",
    hds: "EXI 18, 31",
    ..NONE
};
/// Duties of a certificate.
pub(super) const CERTIFICATE: References = References { stride: &[], linddun: &["Nc"], hds: "EXI 01, 12, 14", ..NONE };
pub(super) const DELEGATION: References = References { hds: "EXI 13, 15, 16, 23, 26", ..OPERATOR };
pub(super) const PERIMETER: References = CLEAR_FLOW;
pub(super) const INTRUDER: References = References { cwe: &[316], capec: &[545], attack: &["T1190", "T1055"], ..NONE };
pub(super) const INJECTION: References = References { cwe: &[312], capec: &[54], attack: &["T1213.006"], ..NONE };
pub(super) const DEVICE_COPY: References = References { secnumcloud: "10.1.d", ..BACKUP };
pub(super) const ISOLATION: References = References { edpb: "UC6", ..PROVIDER_KEY };
