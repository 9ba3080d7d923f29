//! What a text of members may become on a page, and what it may not.

use std::time::{Duration, Instant};

use rstest::rstest;

use super::html;

#[rstest]
#[case(
    "Trois *points*, **dont** ~~un~~ deux.",
    "<p>Trois <em>points</em>, <strong>dont</strong> <s>un</s> deux.</p>"
)]
#[case("- un\n- deux", "<ul><li>un</li><li>deux</li></ul>")]
#[case(
    "3. trois\n4. quatre",
    "<ol start=\"3\"><li>trois</li><li>quatre</li></ol>"
)]
#[case(
    "> dit\n\nfin  \nici",
    "<blockquote><p>dit</p></blockquote><p>fin<br>ici</p>"
)]
#[case("`<b>`\n\n---", "<p><code>&lt;b&gt;</code></p><hr>")]
#[case(
    "# Présents\n\n### Excusés\n\n# Suite",
    "<h3>Présents</h3><h4>Excusés</h4><h3>Suite</h3>"
)]
#[case("###### Bas", "<h3>Bas</h3>")]
#[case(
    "[la page](https://exemple.fr/?a=1&b=\"2\")",
    "<p><a rel=\"noopener noreferrer nofollow ugc\" href=\"https://exemple.fr/?a=1&amp;b=%222%22\">la page</a></p>"
)]
#[case(
    "<agent@exemple.fr>",
    "<p><a rel=\"noopener noreferrer nofollow ugc\" href=\"mailto:agent@exemple.fr\">agent@exemple.fr</a></p>"
)]
#[case("#\n\n[](https://exemple.fr)", "<p></p>")]
fn what_is_typed_becomes_the_tags_that_are_known(#[case] text: &str, #[case] told: &str) {
    assert_eq!(html(text, 2), told);
}

/// Tags, without their attributes, that may come out.
const KNOWN: [&str; 17] = [
    "p",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "blockquote",
    "pre",
    "code",
    "em",
    "strong",
    "s",
    "a",
    "br",
    "hr",
];

/// Everything that is open is closed, and nothing is there that is not known.
fn sound(told: &str, page: &str) {
    let mut open: Vec<&str> = Vec::new();
    for tag in page.split('<').skip(1) {
        let (tag, _) = tag.split_once('>').expect(told);
        let name = tag.trim_start_matches('/').split(' ').next().unwrap();
        assert!(KNOWN.contains(&name), "{told}: <{tag}>");
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name), "{told}: <{tag}>");
        } else if !["br", "hr"].contains(&name) {
            assert!(
                name != "a" || !open.contains(&"a"),
                "{told}: a link in a link"
            );
            open.push(name);
        }
        for (attribute, _) in tag.match_indices('=').map(|(at, _)| tag.split_at(at)) {
            let name = attribute.rsplit(' ').next().unwrap();
            let inside = attribute.matches('"').count() % 2 == 1;
            assert!(
                inside || ["rel", "href", "start"].contains(&name),
                "{told}: {tag}"
            );
        }
    }
    assert_eq!(open, [""; 0], "{told}");
}

#[rstest]
#[case("<script>alert(1)</script>")]
#[case("<img src=x onerror=alert(1)>")]
#[case("a <b onclick=alert(1)>b</b> <!-- c --> <?php ?> <![CDATA[x]]>")]
#[case("<style>p { display: none }</style>\n\n<iframe src=\"https://ailleurs.example\"></iframe>")]
#[case("[a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](java\tscript:alert(1))")]
#[case("[a](data:text/html;base64,PHNjcmlwdD4=) [b](vbscript:x) [c](file:///etc/passwd)")]
#[case("[a](&#106;avascript:alert(1)) [b](\\javascript:alert(1)) [c](//ailleurs.example)")]
#[case("<javascript:alert(1)>")]
#[case("![pisteur](https://ailleurs.example/pixel.png) ![x](javascript:alert(1))")]
#[case("[![p](https://ailleurs.example/p.png)](https://exemple.fr)")]
#[case("[a]: javascript:alert(1)\n\n[a] [b][a]")]
#[case("[a](https://exemple.fr/\"onmouseover=\"alert(1)) [b](<https://exemple.fr/' onclick='x>)")]
#[case("[a](https://exemple.fr \"titre\\\" onclick=\\\"alert(1)\")")]
#[case("```html onload=alert(1)\n</code></pre><script>1</script>\n```")]
#[case("*a **b* c** _d __e_ `f [g](h `i` \n> - 1.\n>   # j\n<div>\n*k*\n</div>")]
#[case("[![a [b](https://exemple.fr/b) c](https://exemple.fr/c)](https://exemple.fr/d)")]
#[case("&lt;script&gt;alert(1)&lt;/script&gt; &#60;b&#62; \u{0} \u{202E}")]
fn what_is_hostile_becomes_words_or_nothing(#[case] text: &str) {
    let page = html(text, 2);
    sound(text, &page);
    let lower = page.to_lowercase();
    for never in [
        "<script",
        "<img",
        "<iframe",
        "<style",
        "href=\"javascript",
        "href=\"data",
        "href=\"vb",
        "href=\"file",
        "href=\"//",
        "src=",
    ] {
        // Code is shown as it was typed, escaped.
        let shown = never == "src=" && lower.contains("<code>");
        assert!(shown || !lower.contains(never), "{never}: {page}");
    }
}

#[test]
fn a_picture_leaves_its_words_and_asks_for_nothing() {
    let page = html(
        "![Le plan](https://ailleurs.example/plan.png \"vu d’en haut\")",
        2,
    );
    assert_eq!(page, "<p>Le plan</p>");
}

#[test]
fn what_is_deep_or_long_is_told_within_bounds() {
    let mega = 1 << 20;
    let lists: Vec<String> = (0..2_000)
        .map(|deep| format!("{}- a\n", "  ".repeat(deep)))
        .collect();
    for (told, text) in [
        ("quotes", ">".repeat(mega)),
        ("quotes with words", "> ".repeat(10_000) + "a"),
        ("lists", lists.concat()),
        ("items", "- ".repeat(20_000) + "a"),
        ("brackets", "[".repeat(mega)),
        ("pictures", "![".repeat(mega / 2)),
        ("links", "[a](".repeat(mega / 4)),
        ("emphasis", "*".repeat(50_000) + "a" + &"*".repeat(50_000)),
        ("stars", "*a **b ".repeat(mega / 7)),
        ("ticks", "`a``b```c".repeat(mega / 9)),
        ("angles", "<a ".repeat(mega / 3)),
        ("words", "é".repeat(mega / 2)),
        ("lines", "a\n".repeat(mega / 2)),
        ("titles", "# a\n".repeat(mega / 4)),
        ("entities", "&#0;&amp;".repeat(mega / 9)),
    ] {
        let began = Instant::now();
        let page = html(&text, 2);
        // A test is not optimised; a quadratic reader takes minutes.
        assert!(
            began.elapsed() < Duration::from_secs(20),
            "{told}: {:?}",
            began.elapsed()
        );
        sound(told, &page);
        for block in ["<blockquote>", "<ul>"] {
            let deepest = deepest(&page, block);
            assert!(deepest <= super::DEEPEST, "{told}: {deepest} {block}");
        }
    }
}

/// The most of a block inside one another.
fn deepest(page: &str, block: &str) -> usize {
    let (mut deep, mut most) = (0_usize, 0);
    let end = block.replace('<', "</");
    for tag in page.split_inclusive('>') {
        if tag.ends_with(block) {
            deep += 1;
            most = most.max(deep);
        } else if tag.ends_with(&end) {
            deep -= 1;
        }
    }
    most
}
