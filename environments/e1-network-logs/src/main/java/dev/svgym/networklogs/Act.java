package dev.svgym.networklogs;

/** What an answer does with a case. */
enum Act {
    BENIGN,
    MALICIOUS,
    ABSTAIN
}
