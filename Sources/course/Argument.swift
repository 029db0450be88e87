import ArgumentParser

/// What stands on the command line; not the value of a message's slot, which has this name in `Languages`.
typealias Argument<Value> = ArgumentParser.Argument<Value>
