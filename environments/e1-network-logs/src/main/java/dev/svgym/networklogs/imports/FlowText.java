package dev.svgym.networklogs.imports;

import dev.svgym.environment.imports.Row;
import dev.svgym.environment.imports.Shown;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/**
 * One recorded flow, written as Zeek writes conn.log: names of the fields on top, values below. Times and addresses are
 * left out, since a recording has few attackers and few days, and their names would give the label away; what kind of
 * address it was stays.
 */
final class FlowText {

    private static final String UNSET = "-";
    private static final String SOURCE_PORT = "id.orig_p";
    private static final int MOST_CHARACTERS = 200;
    private static final int MOST_PORT = 65_535;
    private static final BigDecimal MICRO = BigDecimal.valueOf(1, 6);
    private static final Map<String, String> PROTOCOLS =
            Map.of("1", "icmp", "2", "igmp", "6", "tcp", "17", "udp", "47", "gre", "58", "icmp6");

    private static final Pattern NUMBER_OF_PROTOCOL = Pattern.compile("[0-9]{1,3}");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=[0-9])");
    private static final Pattern NOT_MEASURED =
            Pattern.compile("-?(nan|inf|infinity)", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]");
    private static final Pattern NOT_OF_A_NAME = Pattern.compile("[^a-z0-9.&_/]+");
    private static final Pattern OUTER_HYPHENS = Pattern.compile("^-+|-+$");
    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");

    private final SequencedMap<String, String> fields = new LinkedHashMap<>();

    /** A value that is not what its field holds; the message says what was expected. */
    static final class UnusableValueException extends Exception {

        private static final long serialVersionUID = 1;

        UnusableValueException(String field, String expected, String got) {
            super("%s: expected %s, got %s".formatted(field, expected, Shown.of(got)));
        }
    }

    /** A host by the kind of its address. */
    void address(String field, String value) {
        fields.put(field, isUnset(value) ? UNSET : kind(value));
    }

    /** A port, decimal or as hexadecimal with 0x. */
    void port(String field, String value) throws UnusableValueException {
        if (isUnset(value)) {
            fields.put(field, UNSET);
            return;
        }
        int port;
        try {
            port = Integer.decode(LEADING_ZEROS.matcher(value).replaceFirst(""));
        } catch (NumberFormatException e) {
            port = -1;
        }
        if (port < 0 || port > MOST_PORT) {
            throw new UnusableValueException(field, "a port", value);
        }
        fields.put(field, Integer.toString(port));
    }

    /** A protocol by name, or by its number. */
    void protocol(String field, String value) throws UnusableValueException {
        if (isUnset(value)) {
            throw new UnusableValueException(field, "a protocol", value);
        }
        String number = value.endsWith(".0") ? value.substring(0, value.length() - 2) : value;
        fields.put(
                field,
                NUMBER_OF_PROTOCOL.matcher(number).matches()
                        ? PROTOCOLS.getOrDefault(number, "ip-" + number)
                        : word(value.toLowerCase(Locale.ROOT)));
    }

    /** Text of one line. */
    void text(String field, String value) {
        fields.put(field, isUnset(value) ? UNSET : word(value));
    }

    /** A number of bytes or packets; what is infinite, no number or negative was not measured. */
    void count(String field, String value) throws UnusableValueException {
        fields.put(field, number(field, value, BigDecimal.ONE, "a whole number", 0));
    }

    /** A time in seconds, with six decimals. */
    void seconds(String field, String value) throws UnusableValueException {
        fields.put(field, number(field, value, BigDecimal.ONE, "seconds", 6));
    }

    /** A time that comes in microseconds, as seconds with six decimals. */
    void microseconds(String field, String value) throws UnusableValueException {
        fields.put(field, number(field, value, MICRO, "microseconds", 6));
    }

    /**
     * The row of this flow.
     *
     * @param family of malicious activity
     */
    Row.Usable row(long line, boolean malicious, String family) {
        return new ImportedCase(log(), malicious)
                .row(line, key(), malicious ? family(family) : "", Optional.empty());
    }

    private String log() {
        return "#fields\t"
                + String.join("\t", fields.keySet())
                + "\n"
                + String.join("\t", fields.values())
                + "\n";
    }

    private String key() {
        var rest = new LinkedHashMap<>(fields);
        rest.remove(SOURCE_PORT);
        return String.join("\t", rest.values());
    }

    /** The name of a family as it can be a key: lower case, spaces and dashes of any encoding as one hyphen. */
    static String family(String name) {
        if (isUnset(name.strip())) {
            return "";
        }
        String hyphens =
                NOT_OF_A_NAME.matcher(name.strip().toLowerCase(Locale.ROOT)).replaceAll("-");
        return excerpt(OUTER_HYPHENS.matcher(hyphens).replaceAll(""));
    }

    private static boolean isUnset(String value) {
        return value.isEmpty() || value.equals(UNSET);
    }

    private static String number(
            String field, String value, BigDecimal unit, String expected, int decimals)
            throws UnusableValueException {
        if (isUnset(value) || NOT_MEASURED.matcher(value).matches()) {
            return UNSET;
        }
        BigDecimal number;
        try {
            number = value.length() > 40 ? BigDecimal.TEN.pow(30) : new BigDecimal(value);
        } catch (NumberFormatException e) {
            throw new UnusableValueException(field, expected, value);
        }
        if (number.precision() - number.scale() > 18 || number.scale() > 40) {
            throw new UnusableValueException(field, expected, value);
        }
        if (number.signum() < 0) {
            return UNSET;
        }
        BigDecimal scaled = number.multiply(unit);
        if (decimals == 0 && scaled.stripTrailingZeros().scale() > 0) {
            throw new UnusableValueException(field, expected, value);
        }
        return scaled.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String word(String value) {
        return excerpt(UNPRINTABLE.matcher(value).replaceAll(" "));
    }

    private static String excerpt(String value) {
        return value.length() <= MOST_CHARACTERS
                ? value
                : value.substring(0, MOST_CHARACTERS - 3) + "...";
    }

    private static String kind(String value) {
        boolean literal = IPV4.matcher(value).matches() || value.contains(":");
        if (!literal) {
            return "named";
        }
        InetAddress address;
        try {
            address = InetAddress.ofLiteral(value);
        } catch (IllegalArgumentException e) {
            return "unreadable";
        }
        if (address.isMulticastAddress() || value.equals("255.255.255.255")) {
            return "multicast";
        }
        if (address.isLoopbackAddress()) {
            return "loopback";
        }
        if (address.isLinkLocalAddress()) {
            return "link-local";
        }
        boolean uniqueLocal =
                address.getAddress().length == 16 && (address.getAddress()[0] & 0xfe) == 0xfc;
        return address.isSiteLocalAddress() || uniqueLocal ? "private" : "public";
    }
}
