package dev.svgym.configremediation.scanner;

import java.io.IOException;

/**
 * The part of the REST API of an OPA server that a scan uses. Safe for use by many threads.
 *
 * @see <a href="https://www.openpolicyagent.org/docs/rest-api#get-a-document-with-input">Get a document with input</a>
 */
public interface OpaServer extends AutoCloseable {

    /**
     * Asks once for the document {@code <kind>/violations}, with its provenance.
     *
     * @param question JSON object whose {@code input} is what the rules read
     * @return whatever was replied, of whatever status
     * @throws java.net.http.HttpTimeoutException where the reply did not come within the deadline
     * @throws IOException where the connection failed
     */
    Reply violations(String kind, String question) throws IOException;

    @Override
    void close();

    /** A reply as it came. */
    record Reply(int status, String body) {}
}
