package dev.svgym.networklogs.traffic;

/** Zeek's conn_state. */
enum State {
    SF(true),
    S1(true),
    RSTO(true),
    RSTR(true),
    S0(false),
    REJ(false),
    OTH(false);

    private final boolean carriesData;

    State(boolean carriesData) {
        this.carriesData = carriesData;
    }

    /** Whether duration, bytes and packets are recorded; where not, they tell nothing. */
    boolean carriesData() {
        return carriesData;
    }
}
