package dev.svgym.networklogs.traffic;

/** What tells activities apart in a flow. Each has bins; inside a bin all activities are alike. */
enum Feature {
    PORT(0, Port.values().length, 0),
    STATE(1, State.values().length, 0),
    PEER(2, Peer.values().length, 0),
    /** In microseconds: from 1 ms to 10,000 s. */
    DURATION(3, 14, 1_000),
    /** Payload bytes of the originator: from 10 bytes to 100 MB. */
    ORIG_BYTES(4, 14, 10),
    /** Payload bytes of the responder: from 10 bytes to 100 MB. */
    RESP_BYTES(5, 14, 10),
    /** Packets of the originator beyond the least that its payload needs: from 1 to 10,000. */
    EXTRA_PACKETS(6, 8, 1),
    /** Microseconds since the flow before: from 1 ms to 10,000 s. */
    GAP(7, 14, 1_000);

    /** What the least number of each bin is a multiple of, and that behind the last. */
    private static final long[] STEPS = {
        1,
        3,
        10,
        30,
        100,
        300,
        1_000,
        3_000,
        10_000,
        30_000,
        100_000,
        300_000,
        1_000_000,
        3_000_000,
        10_000_000
    };

    private final int place;
    private final int bins;
    private final long least;

    Feature(int place, int bins, long least) {
        this.place = place;
        this.bins = bins;
        this.least = least;
    }

    /** Of this feature in a row of all: part of the generator's version. */
    int place() {
        return place;
    }

    int bins() {
        return bins;
    }

    /** The least number in a bin, and the one behind the last of the bin before: 1, 3, 10, 30 and so on, times the least. */
    long edge(int bin) {
        return least * STEPS[bin];
    }
}
