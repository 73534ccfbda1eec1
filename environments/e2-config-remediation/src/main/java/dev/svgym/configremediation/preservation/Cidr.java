package dev.svgym.configremediation.preservation;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A block of addresses.
 *
 * @param first lowest address, as an unsigned number
 * @param bits 32 or 128
 * @param prefix leading bits that all its addresses share
 */
record Cidr(BigInteger first, int bits, int prefix) {

    private static final Pattern IPV4 =
            Pattern.compile(
                    "(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:]{2,39}");

    /** Absent where the text is no block in the usual notation with every host bit 0. */
    static Optional<Cidr> of(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !text.substring(slash + 1).matches("0|[1-9]\\d{0,2}")) {
            return Optional.empty();
        }
        String address = text.substring(0, slash);
        boolean ipv4 = IPV4.matcher(address).matches();
        if (!ipv4 && !(address.contains(":") && IPV6.matcher(address).matches())) {
            return Optional.empty();
        }
        int bits = ipv4 ? 32 : 128;
        int prefix = Integer.parseInt(text.substring(slash + 1));
        BigInteger first;
        try {
            first = new BigInteger(1, InetAddress.ofLiteral(address).getAddress());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        boolean aligned =
                prefix <= bits && (first.signum() == 0 || first.getLowestSetBit() >= bits - prefix);
        return aligned ? Optional.of(new Cidr(first, bits, prefix)) : Optional.empty();
    }

    /** Whether it lies within another block or is that. */
    boolean isWithin(Cidr other) {
        return bits == other.bits
                && prefix >= other.prefix
                && first.shiftRight(bits - other.prefix)
                        .equals(other.first.shiftRight(bits - other.prefix));
    }
}
