package dev.svgym.server.imports;

import dev.svgym.server.problems.ProblemException;
import dev.svgym.server.problems.ProblemType;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of an upload, ended by a problem where there are more than are allowed. */
final class BoundedUpload extends FilterInputStream {

    private final long most;
    private long count;

    BoundedUpload(InputStream body, long most) {
        super(body);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int read) {
        count += read;
        if (count > most) {
            throw tooLarge(most);
        }
    }

    static ProblemException tooLarge(long most) {
        return ProblemException.of(
                ProblemType.BODY_TOO_LARGE,
                "expected an upload of at most %d bytes, got more; use the command import, or raise svgym.imports.max-upload"
                        .formatted(most));
    }
}
