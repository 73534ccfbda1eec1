package dev.svgym.server.websocket;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Texts of frames, which must be UTF-8. */
final class Utf8 {

    /** What a lenient decoder puts where bytes are none of a character, and what they may be rightly. */
    private static final char REPLACEMENT = '\uFFFD';

    private Utf8() {}

    static String text(byte[] bytes, int from, int to) throws BadFrameException {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            check(ByteBuffer.wrap(bytes, from, to - from));
        }
        return text;
    }

    private static void check(ByteBuffer bytes) throws BadFrameException {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes);
        } catch (CharacterCodingException e) {
            throw new BadFrameException(CloseCode.BAD_DATA, "a text is not UTF-8");
        }
    }
}
