package dev.svgym.environment.imports;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/**
 * The text of a source, plain or gzip. Counts and digests the bytes as they are stored, and ends with an error where they
 * unpack to more than is allowed. What is not in the charset reads as {@link Shown#UNDECODABLE}.
 */
final class SourceText implements Closeable {

    private static final byte[] UTF_8_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final int BUFFER = 1 << 16;

    private final String name;
    private final Counted stored;
    private final DigestInputStream digested;
    private final Reader reader;

    /**
     * @param folder whose limit holds for what the source unpacks to
     * @throws UnreadableSourceException where there is nothing, or an archive
     */
    SourceText(ImportSource source, Charset charset, ImportFolder folder)
            throws IOException, UnreadableSourceException {
        this.name = source.name();
        this.stored = new Counted(source.content().open(), Long.MAX_VALUE, folder);
        this.digested = new DigestInputStream(stored, sha256());
        try {
            this.reader = reader(digested, charset, folder);
        } catch (IOException | UnreadableSourceException | RuntimeException e) {
            stored.close();
            throw e;
        }
    }

    Reader reader() {
        return reader;
    }

    /** Bytes read so far, as they are stored. */
    long bytes() {
        return stored.count;
    }

    /** What was read; reads what is left, so that the digest is that of the whole source. */
    ImportReport.Source summary() throws IOException {
        digested.transferTo(OutputStream.nullOutputStream());
        return new ImportReport.Source(
                name, stored.count, HexFormat.of().formatHex(digested.getMessageDigest().digest()));
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private static Reader reader(InputStream stored, Charset charset, ImportFolder folder)
            throws IOException, UnreadableSourceException {
        var bytes = new PushbackInputStream(new BufferedInputStream(stored, BUFFER), 4);
        byte[] start = bytes.readNBytes(4);
        bytes.unread(start);
        if (start.length == 0) {
            throw new UnreadableSourceException(0, "expected records, got an empty file");
        }
        if (start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] <= 8) {
            throw new UnreadableSourceException(
                    0,
                    "expected text, plain or gzip, got a zip archive; unpack it and send a file of it");
        }
        boolean gzip = start.length >= 2 && start[0] == 0x1f && (start[1] & 0xff) == 0x8b;
        InputStream plain = gzip ? new GZIPInputStream(bytes, BUFFER) : bytes;
        var text = new PushbackInputStream(new Counted(plain, folder.mostBytes(), folder), 3);
        skipByteOrderMark(text);
        return new InputStreamReader(
                text,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    private static void skipByteOrderMark(PushbackInputStream text)
            throws IOException, UnreadableSourceException {
        byte[] start = text.readNBytes(3);
        if (start.length == 0) {
            throw new UnreadableSourceException(0, "expected records, got an empty file");
        }
        if (start.length >= 2 && (start[0] & 0xfe) == 0xfe && (start[1] & 0xfe) == 0xfe) {
            throw new UnreadableSourceException(
                    1, "expected UTF-8, got UTF-16; convert the file and import it again");
        }
        if (!Arrays.equals(start, UTF_8_MARK)) {
            text.unread(start);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** More bytes than are allowed. */
    static final class TooLargeException extends IOException {

        private static final long serialVersionUID = 1;

        TooLargeException(long most, String settings) {
            super(
                    "expected at most %d bytes of text, got more; raise %s.import-limit or send less"
                            .formatted(most, settings));
        }
    }

    private static final class Counted extends FilterInputStream {

        private final long most;
        private final String settings;
        private long count;

        Counted(InputStream in, long most, ImportFolder folder) {
            super(in);
            this.most = most;
            this.settings = folder.settings();
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            if (read >= 0) {
                add(1);
            }
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            if (read > 0) {
                add(read);
            }
            return read;
        }

        private void add(int read) throws IOException {
            count += read;
            if (count > most) {
                throw new TooLargeException(most, settings);
            }
        }
    }
}
