package dev.svgym.networklogs.traffic;

import dev.svgym.environment.generation.RandomStream;

/** Draws one flow of one activity. Used once. */
final class FlowDraw {

    private static final int PAYLOAD_OF_A_PACKET = 1460;
    private static final Port[] PORTS = Port.values();
    private static final State[] STATES = State.values();
    private static final Peer[] PEERS = Peer.values();

    private final Window.Frame frame;
    private final Site site;
    private final Activity source;
    private final RandomStream random;
    private long bins;

    FlowDraw(Window.Frame frame, Activity source, RandomStream random) {
        this.frame = frame;
        this.site = frame.site();
        this.source = source;
        this.random = random;
    }

    /**
     * @param first whether no flow came before
     */
    Flow draw(boolean first) {
        Port port = PORTS[bin(Feature.PORT)];
        State state = STATES[bin(Feature.STATE)];
        Peer peer = PEERS[bin(Feature.PEER)];
        long gap = first ? 0 : value(Feature.GAP);
        long duration = -1;
        long origBytes = -1;
        long respBytes = -1;
        long origPackets = -1;
        long respPackets = -1;
        if (state.carriesData()) {
            if (!missing()) {
                duration = value(Feature.DURATION);
            }
            if (!missing()) {
                origBytes = value(Feature.ORIG_BYTES);
                respBytes = value(Feature.RESP_BYTES);
                origPackets = packets(origBytes) + value(Feature.EXTRA_PACKETS);
                respPackets = packets(respBytes) + 1;
            }
        }
        return new Flow(
                bins,
                gap,
                (int) random.between(32_768, 61_000),
                peer,
                octet() << 16 | octet() << 8 | octet(),
                port,
                state,
                duration,
                origBytes,
                respBytes,
                origPackets,
                respPackets,
                Names.draw(port, random));
    }

    private boolean missing() {
        return random.below(100) < frame.missingPercent();
    }

    private int bin(Feature feature) {
        int bin = source.density(feature).draw(random);
        bins |= (bin + 1L) << (Byte.SIZE * feature.place());
        return bin;
    }

    private long value(Feature feature) {
        int bin = bin(feature);
        long factor = site.factor(feature);
        return random.between(factor * feature.edge(bin), factor * feature.edge(bin + 1));
    }

    private static long packets(long bytes) {
        return (bytes + PAYLOAD_OF_A_PACKET - 1) / PAYLOAD_OF_A_PACKET;
    }

    private int octet() {
        return random.below(250) + 1;
    }
}
