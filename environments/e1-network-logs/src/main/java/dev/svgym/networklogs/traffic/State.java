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

    /**
     * As it shows on a port: over UDP there is only data or none. Nothing is lost with it, since activities differ in
     * the share of flows that carry data and not in the states of either kind.
     */
    State of(Port port) {
        if (!port.protocol().equals("udp")) {
            return this;
        }
        return carriesData ? SF : S0;
    }

    /** Whether duration, bytes and packets are recorded; where not, they tell nothing. */
    boolean carriesData() {
        return carriesData;
    }
}
