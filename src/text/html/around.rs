//! Fixed texts of what surrounds the system: HDS, people, keys, scenarios, third countries, coverage.

use crate::text::Lang;

macro_rules! keyed {
    ($($name:ident => $fr:literal, $en:literal);+ $(;)?) => {
        /// These texts, by their key in the templates.
        pub fn around(lang: Lang) -> Vec<(&'static str, &'static str)> {
            match lang {
                Lang::Fr => vec![$((stringify!($name), $fr)),+],
                Lang::En => vec![$((stringify!($name), $en)),+],
            }
        }
    };
}

keyed! {
    colon => " : ", ": ";
    semicolon => " ; ", "; ";
    hds_with => "Certificat HDS", "HDS certificate";
    hds_sealed => "Bout en bout", "End-to-end";
    hds_unchanged => "rien ne change", "nothing changes";
    hds_data => "Données", "Data";
    hds_caption => "Organisations certifiées, et ce qu’elles lisent quand même", "Certified organisations, and what they read all the same";
    hds_activities => "Activités certifiées", "Certified activities";
    hds_reads => "Lit quand même, par privilège", "Reads all the same, by privilege";
    hds_none => "Le modèle ne déclare aucun certificat.", "The model declares no certificate.";
    hds_duties => "Les activités de chacun, et ce qu’en dit son certificat", "The activities of each, and what its certificate says of them";
    hds_activity => "Activités déduites", "Activities derived";
    hds_because => "Parce que", "Because of";
    hds_state => "Son certificat", "Its certificate";
    hds_delegations => "L’exploitation est confiée, l’accès est gardé", "Operation is entrusted, access is kept";
    hds_flows => "Flux sans TLS", "Flows without TLS";
    hds_frames => "Ce que HDS organise autour de chaque lecture", "What HDS organises around each reading";
    hds_law => "Lieu, accès distant et droit applicable", "Place, remote access and applicable law";

    people_title => "Combien de personnes, et de quels groupes", "How many people, and of which groups";
    people_caption => "Personnes et groupes de propriétaires qui peuvent lire chaque donnée", "People and groups of owners who can read each data asset";
    people_subjects => "Personnes concernées", "People concerned";
    people_untold => "non dit", "not told";
    people_uncounted => "Lecteurs dont le nombre n’est pas dit", "Readers whose number is not told";
    people_owners_caption => "Données que lit chaque organisation, avec ses équipes", "Data assets that each organisation reads, with its staff";
    people_group => "Groupe de propriétaires", "Group of owners";
    people_member => "Organisation", "Organisation";
    people_staff => "Ses équipes", "Its staff";

    keys_title => "Qui a les clés", "Who has the keys";
    keys_intro => "Une clé protège de qui ne peut pas l’obtenir. La dernière colonne est calculée, comme les réponses ; ce qui n’est pas connu y est compté au pire.",
        "A key protects from whoever cannot get it. The last column is computed, as the answers are; what is not known counts there at worst.";
    keys_caption => "Les clés : ce qu’elles ouvrent, où elles sont, qui peut les obtenir", "Keys: what they open, where they are, who can get them";
    keys_key => "Clé", "Key";
    keys_opens => "Ouvre", "Opens";
    keys_kept => "Gardée", "Kept";
    keys_users => "Services qui s’en servent", "Services that use it";
    keys_learnt => "Peut l’obtenir", "Can get it";
    keys_nobody => "personne, dans ce modèle", "nobody, in this model";
    keys_none => "Le modèle ne déclare aucune clé, ni chiffrement de bout en bout.", "The model declares no key and no end-to-end encryption.";
    keys_tls => "Les clés de TLS et les sessions ne sont pas dans cette table : les preuves les nomment là où elles comptent.",
        "Keys of TLS and sessions are not in this table: proofs name them where they count.";

    scenarios_acts => "Il reste à", "What remains is to";
    scenarios_keys => "Tant que reste hors d’atteinte", "As long as these stay out of reach";

    transfers_ask => "Conditions", "Conditions";

    coverage_title => "Ce qui a été examiné", "What was looked at";
    coverage_rules => "Les règles du calcul", "The rules of the computation";
    coverage_catalogue => "Les règles du catalogue de constats", "The rules of the catalogue of findings";
    coverage_raised => "Levées, et combien de fois", "Raised, and how often";
    coverage_skipped => "Non examinées, ou sans objet", "Not looked at, or that do not apply";
    coverage_why => "Pourquoi", "Why";
    coverage_quiet => "Non levées", "Not raised";
    coverage_note => "« Non levée » : rien de ce qui est décrit n’y mène. Ce n’est pas une preuve sur ce qui n’est pas décrit.",
        "“Not raised”: nothing that is described leads there. That is no proof about what is not described.";
    coverage_left => "Ce qui n’a pas été calculé", "What was not computed";
    coverage_whole => "Tout ce que l’outil sait calculer l’a été.", "All that the tool can compute was computed.";
    coverage_apart => "Ce que l’outil ne regarde pas", "What the tool does not look at";
}
