package dev.svgym.networklogs.traffic;

/** Writes a window as Zeek writes conn.log, with one more field for the name in query, certificate or request. */
public enum ZeekLog {
    /** Tab-separated, with the names of the fields on top. */
    TSV {
        @Override
        void field(StringBuilder text, String name, boolean first) {
            if (!first) {
                text.append('\t');
            }
        }

        @Override
        boolean showsUnset() {
            return true;
        }

        @Override
        boolean quotes() {
            return false;
        }
    },
    /** One object a line, without the fields that are unset. */
    JSON {
        @Override
        void field(StringBuilder text, String name, boolean first) {
            text.append(first ? "{\"" : ",\"").append(name).append("\":");
        }

        @Override
        boolean showsUnset() {
            return false;
        }

        @Override
        boolean quotes() {
            return true;
        }
    };

    private static final String HEADER =
            "#fields\tts\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tservice\tduration\torig_bytes\tresp_bytes"
                    + "\tconn_state\torig_pkts\tresp_pkts\tname\n";
    private static final String UNSET = "-";
    private static final long MICROSECONDS = 1_000_000;

    /** Starts a field. */
    abstract void field(StringBuilder text, String name, boolean first);

    /** Whether an unset field is written. */
    abstract boolean showsUnset();

    /** Whether texts stand in quotes. */
    abstract boolean quotes();

    /**
     * The window as text.
     *
     * @param start of the first flow, in microseconds since 1970
     */
    public String text(Window window, long start) {
        StringBuilder text = new StringBuilder(160 * (window.flows().size() + 1));
        if (this == TSV) {
            text.append(HEADER);
        }
        String host = window.site().host(window.hostNumber());
        long time = start;
        for (Flow flow : window.flows()) {
            time += flow.gap();
            field(text, "ts", true);
            seconds(text, time);
            text(text, "id.orig_h", host);
            number(text, "id.orig_p", flow.origPort());
            text(text, "id.resp_h", window.site().address(flow.peer(), flow.address()));
            number(text, "id.resp_p", flow.port().number(window.site().moved()));
            text(text, "proto", flow.port().protocol());
            text(text, "service", flow.port().service());
            if (flow.duration() >= 0) {
                field(text, "duration", false);
                seconds(text, flow.duration());
            } else {
                unset(text, "duration");
            }
            number(text, "orig_bytes", flow.origBytes());
            number(text, "resp_bytes", flow.respBytes());
            text(text, "conn_state", flow.state().of(flow.port()).name());
            number(text, "orig_pkts", flow.origPackets());
            number(text, "resp_pkts", flow.respPackets());
            text(text, "name", flow.info());
            text.append(this == JSON ? "}\n" : "\n");
        }
        return text.toString();
    }

    private void number(StringBuilder text, String name, long value) {
        if (value < 0) {
            unset(text, name);
        } else {
            field(text, name, false);
            text.append(value);
        }
    }

    private void text(StringBuilder text, String name, String value) {
        if (value.equals(UNSET)) {
            unset(text, name);
        } else if (quotes()) {
            field(text, name, false);
            text.append('"').append(value.replace("\"", "\\\"")).append('"');
        } else {
            field(text, name, false);
            text.append(value);
        }
    }

    private void unset(StringBuilder text, String name) {
        if (showsUnset()) {
            field(text, name, false);
            text.append(UNSET);
        }
    }

    /** With six decimals, as Zeek writes times. */
    private static void seconds(StringBuilder text, long microseconds) {
        long fraction = microseconds % MICROSECONDS;
        text.append(microseconds / MICROSECONDS).append('.');
        for (long digit = MICROSECONDS / 10; digit > 0; digit /= 10) {
            text.append((char) ('0' + fraction / digit % 10));
        }
    }
}
