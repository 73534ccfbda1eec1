package catalogue_test

import data.catalogue

papers := {
	"scope": "package",
	"title": "Container runs privileged",
	"description": "Why, and what to do.\n",
	"related_resources": [{"ref": "https://example.org/standard"}],
	"custom": {
		"id": "K8S-PRIVILEGED",
		"severity": "high",
		"kind": "kubernetes",
		"sets": ["pss-baseline", "pss-restricted"],
		"aliases": ["trivy/KSV-0017"],
		"fixes": [{"at": "element", "path": ["securityContext", "privileged"], "allow": [{"remove": true}, {"exact": false}]}],
	},
}

annotated(rule, annotations) := {
	"annotations": annotations,
	"location": {"file": $"kubernetes/{rule}/{rule}.rego"},
	"path": [{"value": "data"}, {"value": "kubernetes"}, {"value": "rules"}, {"value": rule}],
}

inspected(annotations) := {
	"namespaces": {"data.kubernetes.rules.privileged": [], "data.kubernetes.lib": []},
	"annotations": [annotated("privileged", annotations)],
}

flaws(patches) := found if found := catalogue.flaws with input as inspected(json.patch(papers, patches))

custom(field, value) := flaws([{"op": "add", "path": $"/custom/{field}", "value": value}])

test_finds_nothing_in_good_papers if flaws([]) == set()

test_writes_an_entry_for_each_rule if {
	catalogue.rules == [{
		"id": "K8S-PRIVILEGED",
		"title": "Container runs privileged",
		"rationale": "Why, and what to do.",
		"severity": "high",
		"kind": "kubernetes",
		"engine": "opa",
		"sets": ["pss-baseline", "pss-restricted", "k8s-all"],
		"aliases": ["trivy/KSV-0017"],
		"sources": ["https://example.org/standard"],
		"fixes": papers.custom.fixes,
		"companions": [],
		"confidential": false,
		"folder": "kubernetes/privileged",
	}] with input as inspected(papers)
}

test_sorts_by_id if {
	first := annotated("other", json.patch(papers, [{"op": "replace", "path": "/custom/id", "value": "K8S-A"}]))
	second := annotated("privileged", papers)

	[rule.id | some rule in catalogue.rules] == ["K8S-A", "K8S-PRIVILEGED"] with input as {"annotations": [second, first]}
}

test_writes_a_row_for_each_rule if {
	row := "| `K8S-PRIVILEGED` | Container runs privileged | high | opa | pss-baseline, pss-restricted, k8s-all | [1](https://example.org/standard) | trivy/KSV-0017 |"

	split(catalogue.table, "\n")[2] == row with input as inspected(papers)
}

test_writes_what_can_be_read_again if {
	json.unmarshal(catalogue.document) == {"rules": catalogue.rules} with input as inspected(papers)
}

test_names_the_folder_of_each_rule if {
	catalogue.examples == {"kubernetes/privileged": {"id": "K8S-PRIVILEGED", "scope": ["K8S-PRIVILEGED"]}} with input as inspected(papers)
}

test_wants_every_part_of_the_papers if {
	every path in [
		"/title",
		"/description",
		"/related_resources",
		"/custom/id",
		"/custom/severity",
		"/custom/kind",
		"/custom/sets",
		"/custom/aliases",
		"/custom/fixes",
	] {
		count(flaws([{"op": "remove", "path": path}])) > 0
	}
}

test_wants_papers_at_all if {
	catalogue.flaws == {"data.kubernetes.rules.privileged has no annotations of its package"} with input as {
		"namespaces": {"data.kubernetes.rules.privileged": []},
		"annotations": [],
	}
}

test_refuses_values_that_are_not_known if {
	count(custom("severity", "critical")) == 1
	count(custom("id", "k8s_privileged")) == 1
	count(custom("kind", "terraform")) == 1
	count(custom("sets", [])) == 1
	count(custom("sets", ["pss-baseline"])) == 1
	count(custom("sets", ["pss-restricted", "k8s-all"])) == 1
	count(custom("sets", ["pss-restricted", "tf-all"])) == 1
	count(custom("aliases", ["KSV-0017"])) == 1
	count(custom("fixes", [])) == 1
	count(custom("exempt", true)) == 1
	count(flaws([{"op": "replace", "path": "/related_resources/0/ref", "value": "http://example.org"}])) == 1
}

test_refuses_fix_paths_and_constraints_that_are_not_known if {
	every fix in [
		{"at": "file", "path": [], "allow": [{"remove": true}]},
		{"at": "pod", "path": "spec", "allow": [{"remove": true}]},
		{"at": "pod", "path": ["$name"], "allow": [{"remove": true}]},
		{"at": "pod", "path": ["a*"], "allow": [{"remove": true}]},
		{"at": "pod", "path": []},
		{"at": "pod", "path": [], "allow": []},
		{"at": "pod", "path": [], "allow": [{}]},
		{"at": "pod", "path": [], "allow": [{"remove": true, "exact": 1}]},
		{"at": "pod", "path": [], "allow": [{"remove": false}]},
		{"at": "pod", "path": [], "allow": [{"one_of": "a"}]},
		{"at": "pod", "path": [], "allow": [{"quantity_between": ["2Gi", "1Gi"]}]},
		{"at": "pod", "path": [], "allow": [{"anything": true}]},
		{"at": "pod", "path": [], "allow": [{"without": "a"}]},
		{"at": "pod", "path": [], "allow": [{"moved_to": ["a"]}]},
		{"at": "pod", "path": [], "allow": [{"replaced_by": true}]},
		{"at": "pod", "path": [], "allow": [{"grants_without": {}}]},
		{"at": "pod", "path": [], "allow": [{"grants_without": {"verbs": []}}]},
		{"at": "pod", "path": [], "allow": [{"grants_without": {"roles": ["a"]}}]},
		{"at": "pod", "path": [], "allow": [{"grants_named": {}}]},
		{"at": "pod", "path": [], "allow": [{"words": {}}]},
		{"at": "pod", "path": [], "allow": [{"words": {"modes": false}}]},
		{"at": "pod", "path": [], "allow": [{"words": {"replaced": {"777": []}}}]},
		{"at": "pod", "path": [], "allow": [{"grants_named": {"resources": {"apps": []}}}]},
	] {
		count(custom("fixes", [fix])) == 1
	}
}

test_knows_every_constraint if {
	allow := [
		{"remove": true},
		{"exact": {}},
		{"one_of": [1, 2]},
		{"subset": []},
		{"added": {}},
		{"without": [1]},
		{"without_all_but": []},
		{"gaining": ["a"]},
		{"same_as": "a"},
		{"moved_to": "a"},
		{"replaced_by": "a"},
		{"grants_without": {"groups": [""], "resources": ["secrets"], "verbs": ["get"]}},
		{"grants_named": {"verbs": ["get"], "resources": {"apps": ["deployments"]}}},
		{"same_repository": true},
		{"quantity_between": ["1Mi", "1Gi"]},
		{"narrower_cidr": true},
		{"narrower_pattern": true},
		{"name": true},
		{"reference": "aws_s3_bucket"},
		{"non_root_uid": true},
		{"non_root_user": true},
		{"words": {"without": ["-k", "--trusted-host *"], "replaced": {"777": ["755"]}}},
		{"words": {"modes": true}},
		{"narrower_mode": true},
		{"secret_mounts": true},
	]

	custom("fixes", [{"at": "pod", "path": ["*", "$key", "name=$key", "spec"], "allow": allow}]) == set()
}

test_refuses_an_id_of_two_packages if {
	twice := {"annotations": [annotated("privileged", papers), annotated("other", papers)]}

	catalogue.flaws == {"the id K8S-PRIVILEGED belongs to several rules"} with input as twice
}

test_refuses_a_rule_in_another_folder_than_its_own if {
	moved := json.patch(inspected(papers), [{
		"op": "replace",
		"path": "/annotations/0/location/file",
		"value": "kubernetes/other/privileged.rego",
	}])

	catalogue.flaws == {"data.kubernetes.rules.privileged is not in the folder of its name"} with input as moved
}

test_refuses_a_rule_that_would_not_be_found if {
	misplaced := json.patch(inspected(papers), [{"op": "replace", "path": "/annotations/0/path/2/value", "value": "rule"}])

	"data.kubernetes.rule.privileged is not named data.<kind>.rules.<rule> or data.<kind>.reports.<rule>" in catalogue.flaws with input as misplaced
}

report := object.union(annotated("privileged", {}), {
	"path": [{"value": "data"}, {"value": "kubernetes"}, {"value": "reports"}, {"value": "privileged"}],
	"annotations": object.union(object.remove(papers, ["custom"]), {"custom": object.union(object.remove(papers.custom, ["fixes"]), {"sets": []})}),
})

reported(patches) := found if {
	found := catalogue.flaws with input as {
		"namespaces": {"data.kubernetes.reports.privileged": []},
		"annotations": [json.patch(report, patches)],
	}
}

test_wants_no_fixes_and_no_sets_of_a_report if {
	reported([]) == set()
	count(reported([{"op": "add", "path": "/annotations/custom/fixes", "value": papers.custom.fixes}])) == 1
	count(reported([{"op": "add", "path": "/annotations/custom/sets", "value": ["k8s-rbac"]}])) == 1
}

test_shows_a_report_in_a_table_of_its_own if {
	row := "| `K8S-PRIVILEGED` | Container runs privileged | high | [1](https://example.org/standard) | trivy/KSV-0017 | Why, and what to do. |"

	split(catalogue.reports, "\n")[2] == row with input as {"annotations": [report]}
	count(split(catalogue.table, "\n")) == 2 with input as {"annotations": [report]}
	catalogue.examples["kubernetes/privileged"].scope == [] with input as {"annotations": [report]}
}

test_judges_the_examples_of_a_rule_outside_the_standard_by_all if {
	other := annotated("other", json.patch(papers, [
		{"op": "replace", "path": "/custom/id", "value": "K8S-A"},
		{"op": "replace", "path": "/custom/sets", "value": ["k8s-rbac"]},
	]))

	examples := catalogue.examples with input as {"annotations": [annotated("privileged", papers), other]}
	examples["kubernetes/other"].scope == ["K8S-A", "K8S-PRIVILEGED"]
	examples["kubernetes/privileged"].scope == ["K8S-PRIVILEGED"]
}

test_names_builtins_that_only_a_host_would_have if {
	plan := {"static": {"builtin_funcs": [{"name": "count"}, {"name": "sprintf"}, {"name": "time.now_ns"}]}}

	catalogue.foreign == {"sprintf", "time.now_ns"} with input as plan
}

test_names_rules_that_tests_do_not_reach if {
	report := {"files": {"a.rego": {"coverage": 94.9}, "b.rego": {"coverage": 95}, "c_test.rego": {"coverage": 10}}}

	catalogue.uncovered == {"a.rego is covered to 94.9 %"} with input as report
}

companion := {
	"type": "aws_s3_bucket_versioning",
	"bind": "bucket",
	"fields": [{"at": "object", "path": ["versioning_configuration", "status"], "allow": [{"exact": "Enabled"}]}],
}

test_knows_companions if {
	companions := [companion]

	custom("companions", companions) == set()
	with_companions := json.patch(papers, [{"op": "add", "path": "/custom/companions", "value": companions}])
	catalogue.rules[0].companions == companions with input as inspected(with_companions)
}

test_refuses_companions_that_are_not_in_order if {
	count(custom("companions", [object.remove(companion, ["bind"])])) == 1
	count(custom("companions", [object.union(companion, {"fields": []})])) == 1
	count(custom("companions", [object.union(companion, {"fields": [{"at": "element", "path": [], "allow": [{"remove": true}]}]})])) == 1
	count(custom("companions", [object.union(companion, {"fields": [{"at": "object", "path": ["a"], "allow": [{"anything": 1}]}]})])) == 1
}

test_names_the_entry_points if {
	annotated_rule := {
		"annotations": {"scope": "rule", "entrypoint": true},
		"path": [{"value": "data"}, {"value": "kubernetes"}, {"value": "violations"}],
	}

	catalogue.entrypoints == "kubernetes/violations" with input as {"annotations": [annotated_rule]}
}

test_has_a_set_of_all_rules_for_each_kind if {
	terraform := json.patch(papers, [
		{"op": "replace", "path": "/custom/kind", "value": "terraform"},
		{"op": "replace", "path": "/custom/sets", "value": ["tf-aws"]},
	])

	catalogue.rules[0].sets == ["tf-aws", "tf-all"] with input as inspected(terraform)
	catalogue.examples["kubernetes/privileged"].scope == ["K8S-PRIVILEGED"] with input as inspected(terraform)
}
