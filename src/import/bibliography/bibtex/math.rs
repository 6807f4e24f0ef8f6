//! Simple mathematics of TeX as plain text: letters, signs, and what is raised or lowered.

/// Commands that print one sign.
const SIGNS: [(&str, &str); 67] = [
    ("alpha", "α"),
    ("beta", "β"),
    ("gamma", "γ"),
    ("delta", "δ"),
    ("epsilon", "ε"),
    ("varepsilon", "ε"),
    ("zeta", "ζ"),
    ("eta", "η"),
    ("theta", "θ"),
    ("iota", "ι"),
    ("kappa", "κ"),
    ("lambda", "λ"),
    ("mu", "μ"),
    ("nu", "ν"),
    ("xi", "ξ"),
    ("pi", "π"),
    ("rho", "ρ"),
    ("sigma", "σ"),
    ("tau", "τ"),
    ("upsilon", "υ"),
    ("phi", "φ"),
    ("varphi", "φ"),
    ("chi", "χ"),
    ("psi", "ψ"),
    ("omega", "ω"),
    ("Gamma", "Γ"),
    ("Delta", "Δ"),
    ("Theta", "Θ"),
    ("Lambda", "Λ"),
    ("Xi", "Ξ"),
    ("Pi", "Π"),
    ("Sigma", "Σ"),
    ("Upsilon", "Υ"),
    ("Phi", "Φ"),
    ("Psi", "Ψ"),
    ("Omega", "Ω"),
    ("times", "×"),
    ("cdot", "·"),
    ("pm", "±"),
    ("div", "÷"),
    ("leq", "≤"),
    ("le", "≤"),
    ("geq", "≥"),
    ("ge", "≥"),
    ("neq", "≠"),
    ("ne", "≠"),
    ("approx", "≈"),
    ("sim", "∼"),
    ("simeq", "≃"),
    ("equiv", "≡"),
    ("infty", "∞"),
    ("to", "→"),
    ("rightarrow", "→"),
    ("leftarrow", "←"),
    ("leftrightarrow", "↔"),
    ("circ", "°"),
    ("degree", "°"),
    ("ldots", "…"),
    ("dots", "…"),
    ("cdots", "…"),
    ("ell", "ℓ"),
    ("prime", "′"),
    ("partial", "∂"),
    ("nabla", "∇"),
    ("in", "∈"),
    ("cup", "∪"),
    ("cap", "∩"),
];

/// Commands that only say how their argument is set.
const SETTING: [&str; 9] = [
    "mathrm", "mathit", "mathbf", "mathsf", "mathcal", "text", "textrm", "mbox", "rm",
];

/// What a formula without its `$` prints; none where it is more than letters, signs and what is raised or
/// lowered.
pub(super) fn plain(formula: &str) -> Option<String> {
    let mut out = String::with_capacity(formula.len());
    let mut rest = formula;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match c {
            '\\' => rest = command(rest, &mut out)?,
            '_' | '^' => {
                let before = out.chars().next_back();
                let (inner, after) = argument(rest)?;
                // 10^6 is not 106, but CO2 and m2 are.
                let is_number = inner.starts_with(|c: char| c.is_ascii_digit() || c == '-');
                if before.is_some_and(|c| c.is_ascii_digit()) && is_number {
                    out.push(c);
                }
                out.push_str(&plain(inner)?);
                rest = after;
            }
            '{' | '}' => {}
            '$' | '&' | '%' | '#' => return None,
            '~' => out.push(' '),
            c => out.push(c),
        }
    }
    Some(out)
}

/// Reads a command, whose backslash was taken; what is behind it.
fn command<'t>(rest: &'t str, out: &mut String) -> Option<&'t str> {
    let name = rest.split(|c: char| !c.is_ascii_alphabetic()).next();
    let name = name.unwrap_or_default();
    let after = &rest[name.len()..];
    if name.is_empty() {
        // A small blank; a sign that stands for itself would be obeyed again.
        let sign = rest.chars().next()?;
        let blank = match sign {
            ',' | ';' | ' ' | ':' => " ",
            '!' => "",
            _ => return None,
        };
        out.push_str(blank);
        return Some(&rest[sign.len_utf8()..]);
    }
    if SETTING.contains(&name) {
        return Some(after.trim_start());
    }
    let (_, sign) = SIGNS.iter().find(|(known, _)| *known == name)?;
    out.push_str(sign);
    Some(after)
}

/// What is raised or lowered: a group, a command or one sign; and what is behind it.
fn argument(rest: &str) -> Option<(&str, &str)> {
    if let Some(inner) = rest.strip_prefix('{') {
        let (inner, after) = inner.split_once('}')?;
        return (!inner.contains('{')).then_some((inner, after));
    }
    let length = match rest.chars().next()? {
        '\\' => {
            let letters = rest[1..].bytes().take_while(u8::is_ascii_alphabetic);
            1 + letters.count()
        }
        c => c.len_utf8(),
    };
    rest.split_at_checked(length)
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn simple_formulas_are_words() {
        for (formula, expected) in [
            (r"\alpha", Some("α")),
            ("H_2O", Some("H2O")),
            (r"\mathrm{CO}_2", Some("CO2")),
            ("10^6", Some("10^6")),
            ("10^{-3}", Some("10^-3")),
            ("m^2", Some("m2")),
            (r"\alpha\beta x", Some("αβ x")),
            (r"25^\circ C", Some("25° C")),
            (r"5 \times 10^3", Some("5 × 10^3")),
            (r"\frac{1}{2}", None),
            (r"x^{a_{b}}", None),
            ("", Some("")),
        ] {
            assert_eq!(plain(formula).as_deref(), expected, "{formula}");
        }
    }
}
