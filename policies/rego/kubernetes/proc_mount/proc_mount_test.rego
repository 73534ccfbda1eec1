package kubernetes.proc_mount_test

import data.kubernetes.testing

found(host_users, value) := testing.found("K8S-PROC-MOUNT", [testing.pod(
	{"hostUsers": host_users},
	{"securityContext": {"procMount": value}},
)])

denied := {["Pod/default/web/app", "spec/containers/app/securityContext/procMount"]}

test_allows_default_null_and_absence if {
	found(null, "Default") == set()
	found(null, null) == set()
	testing.found("K8S-PROC-MOUNT", [testing.pod({"hostUsers": null}, {})]) == set()
}

test_denies_unmasked if found(null, "Unmasked") == denied

test_denies_what_is_no_such_mount if {
	found(null, "") == denied
	found(null, 7) == denied
}

test_leaves_pods_in_a_user_namespace_to_another_rule if found(false, "Unmasked") == set()

test_tells_a_user_namespace_by_false_alone if count(found(true, "Unmasked")) == 1
