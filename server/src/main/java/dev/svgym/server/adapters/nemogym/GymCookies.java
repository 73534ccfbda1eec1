package dev.svgym.server.adapters.nemogym;

import dev.svgym.server.adapters.Seals;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** Sessions as cookies. Each reply carries one, because clients keep those of the last reply alone. */
@Component
class GymCookies {

    static final String NAME = "svgym_nemo_gym";

    private static final String PURPOSE = "nemo-gym";
    private static final String NONE = "-";
    private static final String SEPARATOR = " ";

    private final Seals seals;
    private final GymSettings settings;
    private final Clock clock;

    GymCookies(Seals seals, GymSettings settings, Clock clock) {
        this.seals = seals;
        this.settings = settings;
        this.clock = clock;
    }

    static boolean areIn(HttpServletRequest request) {
        return values(request).findAny().isPresent();
    }

    GymSession read(HttpServletRequest request) {
        List<String> values = values(request).toList();
        return switch (values.size()) {
            case 0 -> new GymSession.None();
            case 1 ->
                    seals.open(PURPOSE, values.getFirst())
                            .flatMap(this::parse)
                            .orElseGet(GymSession.Refused::new);
            default -> new GymSession.Refused();
        };
    }

    /** The header of a reply. A cookie that was refused is taken back. */
    String write(GymSession session) {
        return switch (session) {
            case GymSession.None _ -> cookie(sealed(NONE, NONE), settings.sessionAge());
            case GymSession.Begun(var rollout, var row) ->
                    cookie(sealed(rollout, row), settings.sessionAge());
            case GymSession.Refused _ -> cookie("", Duration.ZERO);
        };
    }

    private String sealed(String rollout, String row) {
        return seals.seal(
                PURPOSE,
                String.join(
                        SEPARATOR, rollout, row, Long.toString(clock.instant().getEpochSecond())));
    }

    private Optional<GymSession> parse(String text) {
        String[] fields = text.split(SEPARATOR, -1);
        Instant issued = Instant.ofEpochSecond(Long.parseLong(fields[2]));
        if (!issued.plus(settings.sessionAge()).isAfter(clock.instant())) {
            return Optional.empty();
        }
        return Optional.of(
                fields[0].equals(NONE)
                        ? new GymSession.None()
                        : new GymSession.Begun(fields[0], fields[1]));
    }

    private static String cookie(String value, Duration age) {
        return ResponseCookie.from(NAME, value)
                .path("/")
                .maxAge(age)
                .httpOnly(true)
                .sameSite("lax")
                .build()
                .toString();
    }

    private static Stream<String> values(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Stream.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(NAME))
                        .map(Cookie::getValue);
    }
}
