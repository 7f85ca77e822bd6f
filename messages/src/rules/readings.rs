//! The names of readings of the Law's text.

use super::Said;

/// What to do where two readings differ.
pub(super) const ADVICE: Said = [
    "Даудан аулақ болу үшін ертерек күнді ұстаныңыз немесе заңгерге жүгініңіз.",
    "Чтобы избежать спора, держитесь более ранней даты или спросите юриста.",
    "To be beyond dispute, keep to the earlier day, or ask a lawyer.",
];

/// Readings by their names.
pub(super) const NAMES: &[(&str, Said)] = &[
    (
        "event-day-excluded",
        ["оқиға күні есептелмейді", "день события не считается", "the day of the event is not counted"],
    ),
    (
        "event-day-included",
        ["оқиға күні есептеледі", "день события считается", "the day of the event is counted"],
    ),
];
