package dev.svgym.configremediation.kubernetes;

import dev.svgym.configremediation.model.Characters;
import java.nio.charset.StandardCharsets;

/** What text must be before a parser may see it: of bounded size, and without characters that deceive the eye or a tool. */
final class YamlText {

    /** Of one file, in UTF-8. */
    static final int MOST_BYTES = 256 * 1024;

    private YamlText() {}

    static void check(String text) throws UnreadableYamlException {
        if (text.length() > MOST_BYTES || utf8Bytes(text) > MOST_BYTES) {
            throw new UnreadableYamlException(
                    1, "expected at most %s bytes in a file".formatted(MOST_BYTES));
        }
        int line = 1;
        boolean lineStarts = true;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int point = text.codePointAt(i);
            if (point != '\n' && point != '\t' && Characters.deceives(point)) {
                throw new UnreadableYamlException(
                        line, "the character U+%04X is refused".formatted(point));
            }
            if (lineStarts && text.startsWith("---", i)) {
                checkMarker(text, i + 3, line);
            }
            lineStarts = point == '\n';
            line += lineStarts ? 1 : 0;
        }
    }

    /** kubectl cuts a file at every line that starts so, and drops what else stands in the line. */
    private static void checkMarker(String text, int from, int line)
            throws UnreadableYamlException {
        int end = text.indexOf('\n', from);
        String rest = text.substring(from, end < 0 ? text.length() : end);
        boolean comment = !rest.startsWith("#") && rest.stripLeading().startsWith("#");
        if (!rest.isBlank() && !comment) {
            throw new UnreadableYamlException(
                    line, "expected nothing else in a line that starts with ---");
        }
    }

    private static int utf8Bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
