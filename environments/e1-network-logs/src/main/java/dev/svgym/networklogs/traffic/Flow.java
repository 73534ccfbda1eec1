package dev.svgym.networklogs.traffic;

/**
 * One connection record.
 *
 * @param bins the bin of each feature plus 1, a byte a feature at {@link Feature#place}; 0 where it tells nothing
 * @param gap microseconds since the flow before; 0 for the first
 * @param address which of the peers of its kind: three numbers in 1..250, a byte each
 * @param duration microseconds; -1 where missing
 * @param origBytes -1 where missing, as is then each count below
 * @param info server name, query or user agent; a dash where there is none
 */
record Flow(
        long bins,
        long gap,
        int origPort,
        Peer peer,
        int address,
        Port port,
        State state,
        long duration,
        long origBytes,
        long respBytes,
        long origPackets,
        long respPackets,
        String info) {

    /** The bin of a feature by its place; -1 where the feature tells nothing. */
    int bin(int feature) {
        return (int) (bins >>> (Byte.SIZE * feature) & 0xff) - 1;
    }

    /** The same flow under another name. */
    Flow named(String other) {
        return new Flow(
                bins,
                gap,
                origPort,
                peer,
                address,
                port,
                state,
                duration,
                origBytes,
                respBytes,
                origPackets,
                respPackets,
                other);
    }
}
