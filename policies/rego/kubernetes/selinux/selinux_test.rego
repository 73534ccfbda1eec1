package kubernetes.selinux_test

import data.kubernetes.testing

found(spec, container) := testing.found("K8S-SELINUX", [testing.pod(spec, container)])

options(value) := {"securityContext": {"seLinuxOptions": value}}

test_allows_types_for_containers_and_empty_options if {
	every type in ["container_t", "container_init_t", "container_kvm_t", "container_engine_t", "", null] {
		found({}, options({"type": type, "user": "", "role": null, "level": "s0:c1,c2"})) == set()
	}
	found(options(null), {}) == set()
	found({}, {}) == set()
}

test_denies_each_option if {
	found({}, options({"type": "spc_t", "user": "system_u", "role": "system_r"})) == {
		["Pod/default/web/app", "spec/containers/app/securityContext/seLinuxOptions/type"],
		["Pod/default/web/app", "spec/containers/app/securityContext/seLinuxOptions/user"],
		["Pod/default/web/app", "spec/containers/app/securityContext/seLinuxOptions/role"],
	}
}

test_denies_a_type_as_user if count(found({}, options({"user": "container_t"}))) == 1

test_denies_in_the_pod_though_a_container_overrides_it if {
	found(options({"type": "spc_t"}), options({"type": "container_t"})) == {[
		"Pod/default/web",
		"spec/securityContext/seLinuxOptions/type",
	]}
}

test_denies_what_is_no_text if count(found({}, options({"type": ["container_t"], "role": 7}))) == 2
