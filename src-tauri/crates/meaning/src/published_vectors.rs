//! The model itself against the package it was made from. Only where the model is there: `cargo xtask model`.

use std::path::Path;

use crate::encoder::{Encoder, MODEL_FILE};

/// What the package's own program makes of these sentences: the first six of 512 numbers.
const VECTORS: [(&str, [f32; 6]); 20] = [
    (
        "银行卡丢了怎么办",
        [0.0145, 0.0355, -0.0774, 0.0170, -0.0785, 0.0159],
    ),
    (
        "借记卡挂失要带什么证件",
        [-0.0435, -0.0035, -0.0038, 0.0330, -0.0703, 0.0431],
    ),
    (
        "我昨天转的钱对方说没收到",
        [-0.0391, 0.0303, -0.0670, 0.0669, -0.1054, 0.0163],
    ),
    (
        "提前还房贷收不收违约金",
        [-0.0357, 0.0380, -0.0849, -0.0064, -0.0647, 0.0693],
    ),
    (
        "信用卡年费是多少？",
        [0.0041, -0.0070, -0.0481, 0.0494, -0.0164, 0.0316],
    ),
    (
        "手機銀行的轉賬限額",
        [0.0354, -0.0387, -0.0388, 0.0223, -0.0649, -0.0711],
    ),
    (
        "ATM吞卡",
        [0.1001, 0.0561, -0.0869, 0.0117, -0.0591, 0.0408],
    ),
    (
        "１２３４５",
        [0.0897, -0.0117, 0.0003, 0.0091, -0.0250, 0.0347],
    ),
    (
        "xyk 24期分期",
        [0.1345, -0.0577, -0.0165, 0.0219, -0.0781, 0.0370],
    ),
    (
        "存款利率3.5%，一年多少利息",
        [0.0442, -0.0321, -0.0751, -0.0761, -0.0237, 0.0680],
    ),
    (
        "  请问（周末）开门吗……",
        [-0.0337, -0.0035, -0.0154, 0.0583, -0.0477, 0.0720],
    ),
    (
        "VISA卡境外取现",
        [0.0748, -0.0386, -0.0724, -0.0131, -0.0567, 0.0527],
    ),
    (
        "理财亏了能退吗!",
        [-0.0367, 0.0618, -0.0810, -0.0327, -0.0510, 0.0603],
    ),
    (
        "不想活了",
        [0.0405, -0.0486, -0.0483, 0.0471, -0.0817, 0.0314],
    ),
    ("。", [0.1710, -0.0028, 0.0363, -0.0010, -0.0521, 0.0196]),
    ("", [0.1521, 0.0314, 0.0396, 0.0355, 0.0067, -0.0049]),
    ("🙂👍", [0.1867, 0.0123, 0.0438, 0.0457, -0.0482, 0.0309]),
    (
        "账户被冻结，柜台说要等三天，能不能快一点",
        [-0.0499, -0.0426, -0.0919, -0.0051, -0.0543, 0.0332],
    ),
    (
        "第一步：登录；第二步：确认",
        [0.0405, -0.0554, -0.0243, -0.0620, -0.0148, 0.0121],
    ),
    (
        "贷款\n逾期\t会上征信吗",
        [-0.0277, 0.0066, -0.0712, 0.0323, -0.0578, 0.0437],
    ),
];

/// The model where `cargo xtask model` puts it; says so when there is none.
fn model() -> Option<Encoder> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../model");
    let path = folder.join(MODEL_FILE);
    if !path.exists() {
        println!("not checked, there is no sentence model: cargo xtask model");
        return None;
    }
    Some(Encoder::open(&path).unwrap())
}

#[test]
fn vectors_are_those_of_the_published_program() {
    let Some(encoder) = model() else { return };
    for (sentence, expected) in VECTORS {
        let vector = encoder.encode(sentence);
        for (number, expected) in vector.iter().zip(expected) {
            assert!(
                (number - expected).abs() < 2e-4,
                "{sentence}: {number} is not {expected}"
            );
        }
    }
}

#[test]
fn what_means_the_same_is_nearer_than_what_shares_words() {
    let Some(encoder) = model() else { return };
    let near = |left: &str, right: &str| -> f32 {
        let (left, right) = (encoder.encode(left), encoder.encode(right));
        left.iter().zip(&right).map(|(a, b)| a * b).sum()
    };
    for (query, same, other) in [
        ("卡不见了", "银行卡丢失怎么办", "卡的年费"),
        ("钱没到账", "转账对方没有收到", "账单在哪里看"),
        ("提早还清房贷", "提前还款", "房贷利率"),
    ] {
        assert!(near(query, same) > near(query, other), "{query}");
    }
}
