//! The colors of a drawing: what is written stands out from what it is written on, in the light and in the dark.

use crate::drawn;
use ruankao::Language;
use ruankao::lifecycle::PhaseName;
use ruankao::story::find;
use std::collections::HashMap;

/// The fill of each class, in the light and in the dark.
fn fills() -> [HashMap<String, String>; 2] {
    let drawing = drawn(find("sick_leave").unwrap(), Language::En);
    let (_, sheet) = drawing.split_once("<style>").unwrap();
    let (light, dark) = sheet.split_once("</style>").unwrap().0.split_once("@media").unwrap();
    let read = |rules: &str, mut fills: HashMap<String, String>| {
        for (selector, body) in rules.lines().filter_map(|rule| rule.strip_prefix(".rk")?.split_once('{')) {
            let fill = body
                .split([';', '}'])
                .find_map(|one| one.strip_prefix("fill:#").or_else(|| one.strip_prefix("color:#")));
            if let Some(fill) = fill {
                fills.insert(selector.trim().trim_start_matches('.').to_owned(), fill.to_owned());
            }
        }
        fills
    };
    let light = read(light, HashMap::new());
    let dark = read(dark, light.clone());
    [light, dark]
}

/// How bright a color is, as the Web Content Accessibility Guidelines reckon it.
fn brightness(color: &str) -> f64 {
    let digits: Vec<u32> = color.chars().map(|digit| digit.to_digit(16).unwrap()).collect();
    assert!([3, 6].contains(&digits.len()), "`{color}` is no color");
    let [red, green, blue] = match digits[..] {
        [red, green, blue] => [red, green, blue].map(|digit| digit * 17),
        [r, red, g, green, b, blue] => [r * 16 + red, g * 16 + green, b * 16 + blue],
        _ => [0; 3],
    };
    let linear = |part: u32| match f64::from(part) / 255.0 {
        part if part <= 0.039_28 => part / 12.92,
        part => ((part + 0.055) / 1.055).powf(2.4),
    };
    0.0722f64.mul_add(linear(blue), 0.2126f64.mul_add(linear(red), 0.7152 * linear(green)))
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (brightness(one), brightness(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// 4.5 is what those guidelines ask of text.
#[test]
fn words_stand_out_from_what_is_behind_them() {
    for fills in fills() {
        let fill = |class: &str| fills.get(class).unwrap().as_str();
        let deep = [
            PhaseName::InForce,
            PhaseName::UnderReview,
            PhaseName::Released,
            PhaseName::Deferred,
            PhaseName::Cancelled,
            PhaseName::NotSubject,
        ];
        let phases = PhaseName::ALL.into_iter().map(|phase| {
            let words = if deep.contains(&phase) { "light" } else { "dark" };
            (fill(words), fill(phase.name()), phase.name())
        });
        let ink = fill("");
        let others = [
            (ink, fill("ground"), "ground"),
            (ink, fill("earned"), "earned"),
            (ink, fill("room"), "room"),
            (fill("short"), fill("some"), "hours missing"),
            (fill("short"), fill("room"), "hours missing, none earned"),
            (fill("fault"), fill("ground"), "irregular"),
            (fill("light"), fill("pill"), "the day"),
        ];
        for (words, behind, name) in phases.chain(others) {
            assert!(contrast(words, behind) >= 4.5, "{name}: #{words} on #{behind}, {}", contrast(words, behind));
        }
    }
}

/// No two phases are drawn alike: where the hue is near, the pattern is another.
#[test]
fn no_two_phases_look_alike() {
    let [fills, _] = fills();
    let all: Vec<&str> = PhaseName::ALL.iter().map(|phase| fills.get(phase.name()).unwrap().as_str()).collect();
    for (at, one) in all.iter().enumerate() {
        assert!(all.iter().skip(at + 1).all(|other| other != one), "{one}");
    }
}
