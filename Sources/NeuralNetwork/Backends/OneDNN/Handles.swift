import COneDNN
import Foundation

// One owner for each kind of oneDNN handle: made in `init`, checked, destroyed in `deinit`.

/// Turns oneDNN's status into an error.
func check(_ status: dnnl_status_t, _ operation: String) throws(BackendError) {
    guard status != dnnl_success else { return }
    let reason =
        switch status {
        case dnnl_out_of_memory: "oneDNN is out of memory"
        case dnnl_invalid_arguments: "oneDNN refuses the arguments"
        case dnnl_unimplemented: "oneDNN has no kernel for these shapes"
        case dnnl_runtime_error: "oneDNN failed while it ran"
        default: "oneDNN returned status \(status.rawValue)"
        }
    throw BackendError(operation: operation, reason: reason)
}

/// A handle that must be there, since its creation was successful.
func present(_ handle: OpaquePointer?, _ operation: String) throws(BackendError) -> OpaquePointer {
    guard let handle else { throw BackendError(operation: operation, reason: "oneDNN returned no handle") }
    return handle
}

/// The processor, a queue on it, and scratch memory: all that one worker needs to run primitives.
///
/// oneDNN's own scratch memory belongs to the thread that creates a primitive and crashes on any other, so each
/// worker brings its own.
final class DNNContext {
    let engine: OpaquePointer
    let stream: OpaquePointer
    private var scratch = UnsafeMutableRawBufferPointer(start: nil, count: 0)

    init() throws(BackendError) {
        DNNThreads.useOne()
        var engine: OpaquePointer?
        try check(dnnl_engine_create(&engine, dnnl_cpu, 0), "oneDNN start")
        self.engine = try present(engine, "oneDNN start")
        var stream: OpaquePointer?
        try check(dnnl_stream_create(&stream, engine, dnnl_stream_default_flags.rawValue), "oneDNN stream")
        self.stream = try present(stream, "oneDNN stream")
    }

    deinit {
        dnnl_stream_destroy(stream)
        dnnl_engine_destroy(engine)
        scratch.deallocate()
    }

    /// Scratch memory of at least `bytes`. Primitives of one worker run one after another and share it.
    func scratch(_ bytes: Int) -> UnsafeMutableRawPointer? {
        if scratch.count < bytes {
            scratch.deallocate()
            scratch = .allocate(byteCount: bytes, alignment: 64)
        }
        return scratch.baseAddress
    }
}

/// oneDNN's own threads, which the course does without.
enum DNNThreads {
    /// Makes the calling thread run oneDNN alone. The setting counts for this thread only.
    ///
    /// The OpenMP library that oneDNN brings along is looked up by the name of its function, so that it doesn't
    /// matter which one it is; a oneDNN built without OpenMP has no such function and needs none.
    static func useOne() { setThreads?(1) }

    private typealias SetThreads = @convention(c) (Int32) -> Void
    private static let setThreads = dlsym(nil, "omp_set_num_threads").map { unsafeBitCast($0, to: SetThreads.self) }
}

/// Memory with a layout; the bytes belong to someone else.
final class DNNMemory {
    let handle: OpaquePointer

    init(_ description: dnnl_memory_desc_t, _ context: DNNContext) throws(BackendError) {
        var description = description
        var memory: OpaquePointer?
        try check(dnnl_memory_create(&memory, &description, context.engine, nil), "oneDNN memory")
        handle = try present(memory, "oneDNN memory")
    }

    deinit { dnnl_memory_destroy(handle) }

    func point(at address: UnsafeMutableRawPointer?) throws(BackendError) {
        try check(dnnl_memory_set_data_handle(handle, address), "oneDNN memory")
    }
}

/// What a primitive is to do, before it is compiled. Owns the handle.
final class DNNDescription {
    let handle: OpaquePointer

    /// - Parameter relu: whether the result goes through max(0, x) before it is written.
    init(
        _ operation: UnsafeRawPointer, relu: Bool = false, forward: DNNDescription? = nil, _ context: DNNContext,
        _ name: String
    ) throws(BackendError) {
        var attributes: OpaquePointer?
        try check(dnnl_primitive_attr_create(&attributes), name)
        defer { dnnl_primitive_attr_destroy(attributes) }
        try check(dnnl_primitive_attr_set_scratchpad_mode(attributes, dnnl_scratchpad_mode_user), name)
        if relu {
            var after: OpaquePointer?
            try check(dnnl_post_ops_create(&after), name)
            defer { dnnl_post_ops_destroy(after) }
            try check(dnnl_post_ops_append_eltwise(after, 1, dnnl_eltwise_relu, 0, 0), name)
            try check(dnnl_primitive_attr_set_post_ops(attributes, after), name)
        }
        var description: OpaquePointer?
        try check(
            dnnl_primitive_desc_create(&description, operation, attributes, context.engine, forward?.handle), name)
        handle = try present(description, name)
    }

    /// A change of layout.
    init(
        reorderFrom source: inout dnnl_memory_desc_t, to target: inout dnnl_memory_desc_t, _ context: DNNContext
    ) throws(BackendError) {
        var attributes: OpaquePointer?
        try check(dnnl_primitive_attr_create(&attributes), "reorder")
        defer { dnnl_primitive_attr_destroy(attributes) }
        try check(dnnl_primitive_attr_set_scratchpad_mode(attributes, dnnl_scratchpad_mode_user), "reorder")
        var description: OpaquePointer?
        try check(
            dnnl_reorder_primitive_desc_create(
                &description, &source, context.engine, &target, context.engine, attributes), "reorder")
        handle = try present(description, "reorder")
    }

    deinit { dnnl_primitive_desc_destroy(handle) }

    /// The layout that oneDNN chose.
    func layout(_ which: dnnl_query_t) throws(BackendError) -> dnnl_memory_desc_t {
        guard let layout = dnnl_primitive_desc_query_md(handle, which, 0) else {
            throw BackendError(operation: "oneDNN layout", reason: "oneDNN knows none")
        }
        return layout.pointee
    }
}

/// A compiled primitive with its arguments.
final class DNNPrimitive {
    private let handle: OpaquePointer
    private let context: DNNContext
    private let name: String
    private let memories: [DNNMemory]
    private var arguments: [dnnl_exec_arg_t]
    private let scratch: DNNMemory
    private let scratchBytes: Int

    /// - Parameter arguments: oneDNN's number and the layout of each, in the order that ``run(_:)`` takes them.
    init(
        _ description: DNNDescription, _ arguments: [(Int32, dnnl_memory_desc_t)], _ context: DNNContext,
        _ name: String
    ) throws(BackendError) {
        var primitive: OpaquePointer?
        try check(dnnl_primitive_create(&primitive, description.handle), name)
        handle = try present(primitive, name)
        self.context = context
        self.name = name
        var memories: [DNNMemory] = []
        for (_, layout) in arguments { memories.append(try DNNMemory(layout, context)) }
        var layout = try description.layout(dnnl_query_scratchpad_md)
        scratchBytes = dnnl_memory_desc_get_size(&layout)
        scratch = try DNNMemory(layout, context)
        self.memories = memories
        self.arguments = zip(arguments, memories).map { dnnl_exec_arg_t(arg: $0.0, memory: $1.handle) }
        self.arguments.append(dnnl_exec_arg_t(arg: DNNL_ARG_SCRATCHPAD, memory: scratch.handle))
    }

    deinit { dnnl_primitive_destroy(handle) }

    /// Runs on the calling thread, which must have called ``DNNThreads/useOne()``.
    func run(
        _ a: UnsafeMutableRawPointer, _ b: UnsafeMutableRawPointer, _ c: UnsafeMutableRawPointer? = nil,
        _ d: UnsafeMutableRawPointer? = nil
    ) throws(BackendError) {
        try memories[0].point(at: a)
        try memories[1].point(at: b)
        if memories.count > 2 { try memories[2].point(at: c) }
        if memories.count > 3 { try memories[3].point(at: d) }
        try scratch.point(at: context.scratch(scratchBytes))
        try check(dnnl_primitive_execute(handle, context.stream, Int32(arguments.count), &arguments), name)
    }
}
