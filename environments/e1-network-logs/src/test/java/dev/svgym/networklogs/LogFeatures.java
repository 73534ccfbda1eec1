package dev.svgym.networklogs;

/** Numbers that a shortcut could read off a generated log, from its text alone. */
final class LogFeatures {

    private LogFeatures() {}

    /**
     * Mean log duration, most bytes either way, share of rows with more bytes out than in, share of failed rows, share of
     * external peers, rows, length, share of rows with a duration.
     */
    static double[] of(GeneratedCase c) {
        String log = c.prompt().log();
        double[] features = new double[9];
        int rows = 0;
        int known = 0;
        for (String line : log.lines().filter(l -> !l.startsWith("#")).toList()) {
            rows++;
            boolean json = line.startsWith("{");
            String[] fields = json ? new String[0] : line.split("\t");
            double duration = json ? number(line, "duration") : number(fields[7]);
            double bytes = json ? number(line, "orig_bytes") : number(fields[8]);
            double answer = json ? number(line, "resp_bytes") : number(fields[9]);
            String state = json ? text(line, "conn_state") : fields[10];
            String peer = json ? text(line, "id.resp_h") : fields[3];
            features[4] += state.equals("S0") || state.equals("REJ") || state.equals("OTH") ? 1 : 0;
            features[5] += peer.startsWith("10.") || peer.startsWith("172.") ? 0 : 1;
            if (duration > 0) {
                features[0] += Math.log(duration);
                known++;
            }
            features[1] = Math.max(features[1], bytes);
            features[2] = Math.max(features[2], answer);
            features[3] += bytes > answer ? 1 : 0;
        }
        features[0] /= Math.max(1, known);
        features[3] /= rows;
        features[4] /= rows;
        features[5] /= rows;
        features[6] = rows;
        features[7] = log.length();
        features[8] = known / (double) rows;
        return features;
    }

    private static double number(String text) {
        return text.equals("-") ? 0 : Double.parseDouble(text);
    }

    private static double number(String line, String name) {
        int at = line.indexOf("\"" + name + "\":");
        if (at < 0) {
            return 0;
        }
        int from = at + name.length() + 3;
        int to = from;
        while ("0123456789.".indexOf(line.charAt(to)) >= 0) {
            to++;
        }
        return Double.parseDouble(line.substring(from, to));
    }

    private static String text(String line, String name) {
        int from = line.indexOf("\"" + name + "\":\"") + name.length() + 4;
        return line.substring(from, line.indexOf('"', from));
    }
}
