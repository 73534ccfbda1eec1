package dockerfile.root_user_test

import data.dockerfile.testing

found(body) := testing.found("DF-ROOT-USER", [testing.whole(body)])

test_denies_no_user_and_root if {
	every body in [{}, {"user": "root"}, {"user": "0:0"}, {"user": "+0"}] {
		found(body) == {["Dockerfile/0", "user"]}
	}
}

test_allows_others if {
	every user in ["app", "10001", "10001:0"] {
		found({"user": user}) == set()
	}
}

test_leaves_what_is_not_resolved if found({"user": {"$unresolved": "$UID"}}) == set()

test_leaves_stages_before_the_last if {
	testing.found("DF-ROOT-USER", [object.union(testing.whole({}), {"last": false})]) == set()
}

test_denies_another_name_for_root if {
	body := {"user": "app:app", "instructions": {}}
	stage := object.union(testing.run(["useradd", "-o", "-u", "0", "app"]), {"body": body})
	testing.found("DF-ROOT-USER", [stage]) == {["Dockerfile/0", "user"]}
}
