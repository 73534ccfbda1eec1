package dev.svgym.server.load;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Bodies of requests, each about the next tasks of the split: no task comes back, so none is cheap by repetition. */
final class Requests {

    private final Options options;
    private final int items;
    private final List<String> answers;
    private final AtomicLong next = new AtomicLong();

    Requests(Options options, int items) {
        this.options = options;
        this.items = items;
        this.answers = Answers.to(options.environment()).stream().map(Requests::quoted).toList();
    }

    byte[] next() {
        long first = next.getAndAdd(items);
        StringBuilder body = new StringBuilder(200 * items + 100);
        body.append("{\"environment\":\"").append(options.environment()).append("\",\"items\":[");
        for (long item = first; item < first + items; item++) {
            body.append(item == first ? "" : ",")
                    .append("{\"task\":{\"split\":\"")
                    .append(options.split())
                    .append("\",\"index\":")
                    .append(item / options.rollouts())
                    .append("},\"answer\":")
                    .append(answers.get((int) (item % answers.size())))
                    .append('}');
        }
        return body.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String answer) {
        return '"' + answer.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
