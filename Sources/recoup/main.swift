import FoundationEssentials
import Glibc
import RecoupCommand

// A reader that goes away is seen when writing, not by a signal.
signal(SIGPIPE, SIG_IGN)
exit(CommandLineTool.run(Array(CommandLine.arguments.dropFirst()), in: .real).rawValue)
