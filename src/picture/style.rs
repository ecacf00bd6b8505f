//! Colors and patterns.
//!
//! Phases differ in hue, in lightness and in pattern, so that they are told apart without color too.

use crate::lifecycle::standing::PhaseName;

/// The looks of everything; `currentColor` and the media query carry it into the dark.
pub(super) const SHEET: &str = "\
.rk{color:#1f2328;font-family:system-ui,-apple-system,'Segoe UI','PingFang SC','Microsoft YaHei','Noto Sans','Noto Sans CJK SC',sans-serif}
.rk text{fill:currentColor;font-size:12px}
.rk .title{font-size:17px;font-weight:600}
.rk .day{font-size:10px;fill-opacity:.72}
.rk .small{font-size:11px}
.rk .mute{fill-opacity:.72}
.rk .over{paint-order:stroke;stroke:#fff;stroke-width:3px;stroke-linejoin:round}
.rk .mid{text-anchor:middle}
.rk .name{text-anchor:end;fill-opacity:.72}
.rk .ground{fill:#fff;stroke:#d0d7de}
.rk .line{stroke:currentColor;stroke-opacity:.45;fill:none}
.rk .grid{stroke:currentColor;stroke-opacity:.1}
.rk .edge{stroke:#fff;stroke-width:1}
.rk .on{font-weight:600}
.rk .light{fill:#fff}
.rk .dark{fill:#1f2328}
.rk .valid{fill:#1a7f4b}
.rk .event{fill:currentColor}
.rk .fault{fill:#c0262d}
.rk text.fault{font-weight:600}
.rk .short{fill:#8f1620;font-weight:600}
.rk .term{fill:#e9ecef;stroke:#7d858d}
.rk .window{fill:#d99a1c}
.rk .deferral{fill:#8457c9;fill-opacity:.35;stroke:#8457c9;stroke-dasharray:3 2}
.rk .room{fill:#f2f4f6}
.rk .cell{fill:none;stroke:currentColor;stroke-opacity:.4}
.rk .earned{fill:#79c39a}
.rk .some{fill:#f0b6a4}
.rk .coming{fill:#79c39a;fill-opacity:.22;stroke:#37966a;stroke-dasharray:3 2}
.rk .veil{fill:#fff;fill-opacity:.62}
.rk text.later{fill-opacity:.72}
.rk circle.later{fill:#fff;stroke:currentColor}
.rk circle.fault.later{stroke:#c0262d}
.rk path.later{stroke-dasharray:2 2}
.rk text.unheld{fill-opacity:.72;font-style:italic}
.rk circle.unheld{fill:#fff;stroke:currentColor;stroke-opacity:.6;stroke-dasharray:2 2}
.rk .repeal{stroke:currentColor;stroke-width:1.5;fill:none}
.rk .more{fill:url(#rk-more);stroke:currentColor;stroke-opacity:.35;stroke-dasharray:3 2}
.rk .today{fill:none;stroke:#c2187f;stroke-width:1.5;stroke-dasharray:4 3}
.rk .casing{stroke:#fff;stroke-width:4;stroke-opacity:.85}
.rk .now{stroke:#c2187f;stroke-width:2}
.rk .pill{fill:#c2187f}
.rk .in_force{fill:#2b7d57}
.rk .registration_due{fill:#f4c95d}
.rk .filed{fill:#8cbcf0}
.rk .under_review{fill:#2a5fa8}
.rk .deferral_pending{fill:#bfa6ec}
.rk .deferred{fill:#8457c9}
.rk .cancelled{fill:#8e1f2f}
.rk .under_appeal{fill:#ec9a5e}
.rk .lapsed{fill:#c7ced6}
.rk .not_subject{fill:#2f7785}
.rk .released{fill:#1f7f78}
.rk .not_approved{fill:#fff}
@media (prefers-color-scheme:dark){
.rk{color:#e6edf3}
.rk .ground{fill:#0d1117;stroke:#30363d}
.rk .edge{stroke:#0d1117}
.rk .over{stroke:#0d1117}
.rk .room{fill:#1b222b}
.rk .term{fill:#262d36}
.rk .valid{fill:#3fb97a}
.rk .fault{fill:#ff7b72}
.rk .window{fill:#e3b341}
.rk .deferral{fill:#a88be0;stroke:#a88be0}
.rk .earned{fill:#2a7350}
.rk .some{fill:#6e352a}
.rk .short{fill:#ffb3ab}
.rk .today{stroke:#ff7ac6}
.rk .now{stroke:#ff7ac6}
.rk .coming{stroke:#56b384}
.rk .veil{fill:#0d1117}
.rk circle.later{fill:#0d1117}
.rk circle.fault.later{stroke:#ff7b72}
.rk circle.unheld{fill:#0d1117}
.rk .casing{stroke:#0d1117}
.rk .cancelled{fill:#a62c3f}
.rk .lapsed{fill:#8b96a1}
}
";

/// The pattern laid over a phase, where it has one.
pub(super) const fn pattern(phase: PhaseName) -> Option<&'static str> {
    match phase {
        PhaseName::InForce | PhaseName::NotSubject | PhaseName::NotApproved => None,
        PhaseName::Filed => Some("rk-plus"),
        PhaseName::Released => Some("rk-waves"),
        PhaseName::RegistrationDue => Some("rk-bars"),
        PhaseName::UnderReview => Some("rk-dots"),
        PhaseName::DeferralPending => Some("rk-wide"),
        PhaseName::Deferred => Some("rk-up"),
        PhaseName::Cancelled => Some("rk-cross"),
        PhaseName::UnderAppeal => Some("rk-rows"),
        PhaseName::Lapsed => Some("rk-down"),
    }
}

/// Whether words on the phase are written light.
pub(super) const fn is_deep(phase: PhaseName) -> bool {
    matches!(
        phase,
        PhaseName::InForce
            | PhaseName::UnderReview
            | PhaseName::Released
            | PhaseName::Deferred
            | PhaseName::Cancelled
            | PhaseName::NotSubject
    )
}

/// The patterns, light strokes on deep phases and dark ones on pale.
pub(super) const PATTERNS: &str = "\
<defs>
<pattern id=\"rk-bars\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"><path d=\"M1 0V6\" stroke=\"#000\" stroke-opacity=\".16\" stroke-width=\"1.5\"/></pattern>
<pattern id=\"rk-dots\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"><circle cx=\"2\" cy=\"2\" r=\"1.1\" fill=\"#fff\" fill-opacity=\".3\"/></pattern>
<pattern id=\"rk-plus\" width=\"9\" height=\"9\" patternUnits=\"userSpaceOnUse\"><path d=\"M2 4.5H7M4.5 2V7\" stroke=\"#000\" stroke-opacity=\".2\" stroke-width=\"1.2\"/></pattern>
<pattern id=\"rk-waves\" width=\"12\" height=\"6\" patternUnits=\"userSpaceOnUse\"><path d=\"M0 3Q3 0 6 3T12 3\" fill=\"none\" stroke=\"#fff\" stroke-opacity=\".25\" stroke-width=\"1.2\"/></pattern>
<pattern id=\"rk-wide\" width=\"12\" height=\"12\" patternUnits=\"userSpaceOnUse\"><path d=\"M-3 9L9 -3M3 15L15 3\" stroke=\"#000\" stroke-opacity=\".16\" stroke-width=\"1.5\"/></pattern>
<pattern id=\"rk-up\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\"><path d=\"M-1 1L1 -1M0 7L7 0M6 8L8 6\" stroke=\"#fff\" stroke-opacity=\".28\" stroke-width=\"1.3\"/></pattern>
<pattern id=\"rk-cross\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\"><path d=\"M0 0L7 7M0 7L7 0\" stroke=\"#fff\" stroke-opacity=\".22\"/></pattern>
<pattern id=\"rk-rows\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\"><path d=\"M0 1H5\" stroke=\"#000\" stroke-opacity=\".16\" stroke-width=\"1.3\"/></pattern>
<pattern id=\"rk-down\" width=\"9\" height=\"9\" patternUnits=\"userSpaceOnUse\"><path d=\"M-1 -1L10 10M-1 8L1 10M8 -1L10 1\" stroke=\"#000\" stroke-opacity=\".14\" stroke-width=\"1.3\"/></pattern>
<pattern id=\"rk-more\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\"><path d=\"M-1 1L1 -1M0 5L5 0M4 6L6 4\" stroke=\"#808890\" stroke-opacity=\".6\"/></pattern>
</defs>
";
