/// The version of this Packhorse, as `packhorse --version` prints it: its only place.
let packhorseVersion = "0.1.0"
