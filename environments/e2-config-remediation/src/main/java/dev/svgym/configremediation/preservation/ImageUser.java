package dev.svgym.configremediation.preservation;

import dev.svgym.configremediation.model.Groups;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The user of an image, as {@code user[:group]}, each a name or a number. */
final class ImageUser {

    private static final Pattern FORM =
            Pattern.compile(
                    "([A-Za-z_][A-Za-z0-9_.-]{0,31}|[1-9]\\d{0,9})(?::([A-Za-z0-9_.-]{1,32}))?");
    private static final Set<String> ROOT =
            Set.of("root", "toor", "administrator", "containeradministrator");
    private static final long MOST = Integer.MAX_VALUE;

    private ImageUser() {}

    /** Members of the group of root alone may do no more, and some platforms put every user there. */
    private static boolean isHarmless(String group) {
        return group.equals("0") || group.equals("root") || !Groups.mayBePowerful(group);
    }

    /** Whether it is surely somebody else than root. Numbers with a sign or a leading 0 are nobody's. */
    static boolean isNotRoot(JsonNode value) {
        Matcher user = FORM.matcher(value.asString(""));
        return user.matches()
                && !ROOT.contains(user.group(1).toLowerCase(Locale.ROOT))
                && (!Character.isDigit(user.group(1).charAt(0))
                        || Long.parseLong(user.group(1)) <= MOST)
                && (user.group(2) == null || isHarmless(user.group(2)));
    }
}
