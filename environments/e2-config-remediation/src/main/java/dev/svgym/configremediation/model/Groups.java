package dev.svgym.configremediation.model;

import java.util.Locale;
import java.util.Set;

/** Groups of a system whose members may do what root may, or are a step away from it. */
public final class Groups {

    private static final Set<String> POWERFUL =
            Set.of(
                    "root",
                    "wheel",
                    "sudo",
                    "adm",
                    "admin",
                    "docker",
                    "podman",
                    "lxd",
                    "incus",
                    "incus-admin",
                    "libvirt",
                    "microk8s",
                    "shadow",
                    "disk",
                    "kmem",
                    "sys",
                    "staff");

    /** Below it systems number their own groups, such as that of the disks. */
    private static final int FIRST_OF_OTHERS = 100;

    private Groups() {}

    /**
     * Whether a group is one of those, or may be.
     *
     * @param group name or number
     */
    public static boolean mayBePowerful(String group) {
        return group.matches("\\d{1,9}")
                ? Integer.parseInt(group) < FIRST_OF_OTHERS
                : POWERFUL.contains(group.toLowerCase(Locale.ROOT));
    }
}
