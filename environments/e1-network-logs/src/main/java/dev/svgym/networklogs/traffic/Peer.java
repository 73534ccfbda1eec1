package dev.svgym.networklogs.traffic;

/** Whom the host under review talks to, as far as the site profile tells. */
enum Peer {
    /** The server that the profile names. */
    NAMED_SERVER,
    INTERNAL,
    EXTERNAL
}
