package catalogue_test

import data.catalogue

text := {
	"id": "K8S-PASSWORD-ENV",
	"languages": ["yaml"],
	"pattern-regex": "x",
	"metadata": {
		"title": "A password",
		"description": "Why, and what to do.\n",
		"sources": ["https://example.org/standard"],
		"severity": "high",
		"kind": "kubernetes",
		"sets": ["text"],
		"aliases": [],
		"element": "entry",
		"fixes": [{"at": "element", "path": ["value"], "allow": [{"remove": true}]}],
	},
}

files(rule) := {"kubernetes": {"password_env": {"rules": [rule]}}}

text_flaws(patches) := found if {
	found := catalogue.flaws with input as inspected(papers)
		with data.text as files(json.patch(text, patches))
}

test_lists_rules_of_both_engines_by_id if {
	engines := [[rule.id, rule.engine, rule.folder] | some rule in catalogue.rules] with input as inspected(papers)
		with data.text as files(text)

	engines == [
		["K8S-PASSWORD-ENV", "semgrep", "kubernetes/password_env"],
		["K8S-PRIVILEGED", "opa", "kubernetes/privileged"],
	]
}

test_keeps_the_folders_of_the_engines_apart if {
	object.keys(catalogue.examples) == {"kubernetes/privileged"} with input as inspected(papers) with data.text as files(text)
	catalogue.text_folders == "kubernetes/password_env" with input as inspected(papers) with data.text as files(text)
}

test_gives_semgrep_what_it_needs_and_no_papers if {
	given := json.unmarshal(catalogue.semgrep) with input as inspected(papers) with data.text as files(text)

	given == {"rules": [{
		"id": "K8S-PASSWORD-ENV",
		"languages": ["yaml"],
		"pattern-regex": "x",
		"metadata": {"element": "entry", "kind": "kubernetes"},
	}]}
}

test_finds_nothing_in_good_papers_of_text if text_flaws([]) == set()

test_wants_every_part_of_the_papers_of_text if {
	every field in object.keys(text.metadata) {
		count(text_flaws([{"op": "remove", "path": $"/metadata/{field}"}])) > 0
	}
}

test_wants_papers_of_every_rule_of_a_file if {
	second := json.remove(text, ["metadata"])
	both := {"kubernetes": {"password_env": {"rules": [text, object.union(second, {"id": "K8S-OTHER"})]}}}

	count(catalogue.flaws) == 1 with input as inspected(papers) with data.text as both
	count(catalogue.flaws) == 1 with input as inspected(papers) with data.text as {"kubernetes": {"password_env": {"rules": []}}}
}

test_refuses_papers_of_text_that_are_not_known if {
	every field, wrong in {
		"title": "",
		"sources": ["http://example.org"],
		"severity": "critical",
		"kind": "terraform",
		"sets": [],
		"aliases": ["x"],
		"element": "pod",
		"fixes": [],
		"confidential": "yes",
	} {
		count(text_flaws([{"op": "add", "path": $"/metadata/{field}", "value": wrong}])) == 1
	}
	count(text_flaws([{"op": "replace", "path": "/metadata/sets", "value": ["text", "k8s-all"]}])) == 1
	count(text_flaws([{"op": "replace", "path": "/metadata/sets", "value": ["text", "tf-all"]}])) == 1
	count(text_flaws([{"op": "replace", "path": "/id", "value": "k8s_x"}])) == 1
	count(text_flaws([{"op": "replace", "path": "/metadata/fixes/0/at", "value": "file"}])) == 1
	count(text_flaws([{"op": "replace", "path": "/metadata/fixes/0/allow", "value": [{"anything": true}]}])) == 1
}

test_says_whose_matches_are_secrets if {
	entries := catalogue.rules with input as inspected(papers)
		with data.text as files(json.patch(text, [{"op": "add", "path": "/metadata/confidential", "value": true}]))

	[entry.confidential | some entry in entries] == [true, false]
}

test_refuses_an_id_of_rules_of_two_engines if {
	text_flaws([{"op": "replace", "path": "/id", "value": "K8S-PRIVILEGED"}]) == {"the id K8S-PRIVILEGED belongs to several rules"}
}
