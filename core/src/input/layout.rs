//! The text of a document that a keyboard scanner typed while the computer had a Russian or Kazakh layout.
//!
//! A keyboard scanner sends the keys of a US keyboard. The tables contain the characters of base45 (RFC 9285 §4) and `#`. They
//! follow Windows' `KBDRU` and `KBDKAZ`, which agree with `ru(winkeys)` and `kz(basic)` of xkeyboard-config (the latter after
//! RST KazSSR 903-90).

use super::lower;
use super::text::{BASE45, DIGITS};

/// The layout of a keyboard through which a text was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// Russian. Caps Lock makes no difference for the characters of base45.
    Russian,
    /// Kazakh, whose digits and signs depend on the Shift key.
    Kazakh {
        /// Whether Caps Lock was on.
        caps_lock: bool,
    },
}

/// The letters of a US keyboard, and what the same keys give in both layouts.
const LETTERS: [(char, char); 26] = [
    ('Q', 'й'),
    ('W', 'ц'),
    ('E', 'у'),
    ('R', 'к'),
    ('T', 'е'),
    ('Y', 'н'),
    ('U', 'г'),
    ('I', 'ш'),
    ('O', 'щ'),
    ('P', 'з'),
    ('A', 'ф'),
    ('S', 'ы'),
    ('D', 'в'),
    ('F', 'а'),
    ('G', 'п'),
    ('H', 'р'),
    ('J', 'о'),
    ('K', 'л'),
    ('L', 'д'),
    ('Z', 'я'),
    ('X', 'ч'),
    ('C', 'с'),
    ('V', 'м'),
    ('B', 'и'),
    ('N', 'т'),
    ('M', 'ь'),
];

impl Layout {
    /// Finds the prefix `RST1:` or `RST2:` as one of the layouts types it. Returns the layout and the place of the prefix in bytes.
    #[must_use]
    pub fn detect(text: &str) -> Option<(Self, usize)> {
        text.char_indices().find_map(|(at, _)| Some((Self::of_prefix(text.get(at..)?)?, at)))
    }

    /// Returns the layout in which a text begins with the prefix.
    fn of_prefix(rest: &str) -> Option<Self> {
        // The prefix itself was typed through no other layout.
        if rest.starts_with(|first: char| first.is_ascii()) {
            return None;
        }
        let layout = match rest.chars().nth(3)? {
            // The colon is typed with Shift.
            '"' | 'ә' | 'Ә' => Self::Kazakh { caps_lock: rest.chars().nth(4)? == 'ж' },
            '1' | '2' => Self::Russian,
            _ => return None,
        };
        let prefix = rest.chars().take(BASE45.len()).map(|typed| layout.key(typed));
        (prefix.clone().eq(BASE45.chars()) || prefix.eq(DIGITS.chars())).then_some(layout)
    }

    /// Returns the character of the US keyboard at the key that types a character in this layout. A character that no key of
    /// base45 types is returned unchanged, as a capital letter if it is one of ASCII.
    #[must_use]
    pub fn key(self, typed: char) -> char {
        let small = lower(typed);
        if let Some((key, _)) = LETTERS.iter().find(|(_, letter)| *letter == small) {
            return *key;
        }
        match (self, small) {
            (_, 'ж') => ':',
            (_, 'ю') => '.',
            (Self::Russian, '.') => '/',
            (Self::Russian, ';') => '$',
            (Self::Russian, '№') => '#',
            (Self::Kazakh { caps_lock }, _) => kazakh(small, (small != typed) != caps_lock),
            (Self::Russian, other) => other.to_ascii_uppercase(),
        }
    }
}

/// A key of the upper row in the Kazakh layout.
const fn kazakh(small: char, shift: bool) -> char {
    match (small, shift) {
        ('"', _) => '1',
        ('ә', _) => '2',
        ('і', false) => '3',
        ('і', true) => '#',
        ('ң', false) => '4',
        ('ң', true) => '$',
        ('ғ', false) => '5',
        ('ғ', true) => '%',
        (',', _) => '6',
        ('.', _) => '7',
        ('ү', false) => '8',
        ('ү', true) => '*',
        ('ұ', _) => '9',
        ('қ', _) => '0',
        ('ө', _) => '-',
        ('һ', _) => '+',
        ('№', _) => '/',
        (other, _) => other.to_ascii_uppercase(),
    }
}
