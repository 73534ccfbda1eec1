package kubernetes.proc_mount_user_namespace_test

import data.kubernetes.testing

found(host_users, value) := testing.found("K8S-PROC-MOUNT-USER-NAMESPACE", [testing.pod(
	{"hostUsers": host_users},
	{"securityContext": {"procMount": value}},
)])

denied := {["Pod/default/web/app", "spec/containers/app/securityContext/procMount"]}

test_allows_default_null_and_absence if {
	found(false, "Default") == set()
	found(false, null) == set()
	testing.found("K8S-PROC-MOUNT-USER-NAMESPACE", [testing.pod({"hostUsers": false}, {})]) == set()
}

test_denies_unmasked if found(false, "Unmasked") == denied

test_denies_what_is_no_such_mount if {
	found(false, "") == denied
	found(false, 7) == denied
}

test_leaves_pods_outside_a_user_namespace_to_another_rule if found(null, "Unmasked") == set()

test_tells_a_user_namespace_by_false_alone if count(found(true, "Unmasked")) == 0
