package dev.svgym.server.rollouts;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for idle rollouts now and then, so that those of clients that vanished free their places. */
@Component
class Reaper {

    private final Rollouts rollouts;

    Reaper(Rollouts rollouts) {
        this.rollouts = rollouts;
    }

    @Scheduled(fixedDelayString = "${svgym.rollouts.reap-every:10s}")
    void reap() {
        rollouts.reap();
    }
}
