package dev.svgym.server.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do instead of a stack trace. */
class OpenToStrangersAnalyzer extends AbstractFailureAnalyzer<OpenToStrangersException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, OpenToStrangersException cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Configure a key (svgym.access.keys), or listen on 127.0.0.1 (server.address), or, where the network itself is closed, say svgym.access.open=true.",
                cause);
    }
}
