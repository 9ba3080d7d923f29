//! A document with one block of each kind, and one as long as wanted.

use portulan_paper::{Block, Column, Document, Fact, Table, Text};

pub(crate) fn column(name: &str, figures: bool) -> Column {
    Column {
        name: name.into(),
        figures,
    }
}

fn budget(years: u16) -> Block {
    let row = |year: u16| {
        let cells = [
            year.to_string(),
            "12\u{202f}000\u{a0}€".to_owned(),
            "8\u{202f}500,50\u{a0}€".to_owned(),
            String::new(),
        ];
        cells.map(Text::from).to_vec()
    };
    Block::Table(Table {
        caption: "Argent".into(),
        columns: vec![
            column("Année", false),
            column("Coût", true),
            column("Subvention demandée", true),
            column("Payé par d’autres", false),
        ],
        rows: (2023..2023 + years).map(row).collect(),
    })
}

fn action(rank: usize) -> Vec<Block> {
    vec![
        Block::Heading(4, format!("Action {rank} : des ateliers près de chez soi").into()),
        Block::Aside("En cours".into()),
        Block::Paragraph(
            "Œuvrer à l’égalité : « où ? quand ? »\u{a0}; les habitantes et habitants demandent de l’aide pour leurs démarches, \
             à deux pas de chez eux, sans rendez-vous, et plusieurs fois par semaine.\nUn second alinéa."
                .into(),
        ),
        Block::Facts(vec![
            Fact {
                name: "Qui porte".into(),
                values: vec!["Association d’exemple".into(), "Commune d’exemple".into()],
            },
            Fact {
                name: "Où".into(),
                values: vec!["3 communes : Exemple, Modèle et Essai".into()],
            },
        ]),
        budget(3),
    ]
}

/// A document of so many actions.
pub(crate) fn roadmap(actions: usize) -> Document {
    let mut blocks = vec![
        Block::Heading(1, "Feuille de route d’exemple 2023–2026".into()),
        Block::Lead("Gouvernance d’exemple".into()),
        Block::Heading(2, "Axe 1. Aller vers".into()),
        Block::Heading(3, Text::spoken("Reach everybody", "en")),
        Block::List(vec!["un premier point".into(), "un second point".into()]),
    ];
    blocks.extend((1..=actions).flat_map(action));
    Document {
        title: "Feuille de route d’exemple".to_owned(),
        lang: "fr",
        author: "Gouvernance d’exemple".to_owned(),
        about: "Ce qui est prévu.".to_owned(),
        foot: "Gouvernance d’exemple, le 28 novembre 2026".to_owned(),
        made: Some((2026, 11, 28)),
        blocks,
    }
}

/// A table that goes over many pages.
pub(crate) fn long_table(rows: u16) -> Document {
    Document {
        blocks: vec![Block::Heading(1, "Tableau".into()), budget(rows)],
        ..roadmap(0)
    }
}
