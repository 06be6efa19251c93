//! Heads of the table of accepted risks in the HTML report.

use crate::text::Lang;

fixed! {
    /// Caption.
    accepted_caption => "Ce qui est accepté, par qui, pourquoi, et ce qu’il en est", "What is accepted, by whom, why, and where it stands";
    /// The finding that is accepted.
    accepted_risk => "Constat accepté", "Accepted finding";
    /// Who answers for it.
    accepted_owner => "Responsable", "Owner";
    /// Why.
    accepted_reason => "Raison", "Reason";
    /// What becomes of it.
    accepted_state => "État", "State";
}
