package dockerfile.secret_test

import data.dockerfile.testing

found(instructions) := testing.found("DF-SECRET", [testing.stage(instructions)])

test_denies_what_is_called_a_secret if {
	every name in ["PASSWORD", "DB_PASSWORD", "npm_token", "AWS_SECRET_ACCESS_KEY", "STRIPE_API_KEY", "APIKEY"] {
		found({$"ENV {name}": {"value": "hunter2"}}) == {["Dockerfile/0", $"instructions/ENV {name}/value"]}
		found({$"ARG {name}": {"value": "hunter2"}}) == {["Dockerfile/0", $"instructions/ARG {name}/value"]}
	}
}

test_denies_what_looks_like_one if {
	every value in ["postgres://app:pw@db/app", "AKIAQ3EGRIUL5XTZ7WPB", "-----BEGIN RSA PRIVATE KEY-----"] {
		count(found({"ENV X": {"value": value}})) == 1
	}
}

test_allows_names_paths_and_switches if {
	every name, value in {
		"PASSWORD_FILE": "hunter2",
		"DB_PASSWORD": "/run/secrets/db",
		"USE_TOKEN": "true",
		"API_KEY": "",
		"TOKENS": "hunter2",
		"URL": "https://example.org:8080/a@b",
	} {
		found({$"ENV {name}": {"value": value}}) == set()
	}
}

test_leaves_what_is_not_resolved_or_has_no_default if {
	found({"ENV TOKEN": {"value": {"$unresolved": "$TOKEN"}}, "ARG TOKEN": {}}) == set()
	found({"LABEL token": {"value": "hunter2"}, "RUN adduser -D app": true}) == set()
}

test_denies_an_argument_once if {
	file := testing.file({"TOKEN": {"value": "hunter2"}, "A": {}})
	testing.found("DF-SECRET", [file, testing.stage({})]) == {["Dockerfile", "arguments/TOKEN/value"]}
	testing.found("DF-SECRET", [file, testing.stage({"ARG TOKEN": {"value": "hunter2"}})]) == {["Dockerfile/0", "instructions/ARG TOKEN/value"]}
}
